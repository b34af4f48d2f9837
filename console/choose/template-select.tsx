import type { Schema } from '../api/client.ts';
import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

interface TemplateSelectProps extends ChooseProps {
  /** Only templates made for this. */
  kind?: Schema<'Template'>['kind'];
}

/** One of the templates. */
export function TemplateSelect({ kind, ...props }: TemplateSelectProps) {
  const read = async () => {
    const query = { limit: 200, ...(kind ? { kind } : {}) };
    return (await answerOf(api.GET('/v1/templates', { params: { query } }))).data;
  };
  return <NamedSelect queryKey={['templates', 'to-choose', kind ?? 'all']} read={read} {...props} />;
}
