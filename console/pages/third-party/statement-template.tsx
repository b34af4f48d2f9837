import { answerOf, api } from '../../api/client.ts';
import { NamedSelect } from '../../choose/named-select.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { isForRole } from './statement-body.ts';
import type { Role } from './unpaid-files.ts';

const words = defineWords(
  {
    template: 'Modèle',
    byItself: 'Le plus récent pour ces destinataires, sinon le texte fourni',
  },
  {
    template: 'Template',
    byItself: 'The newest one for such readers, else the text that is shipped',
  },
);

interface StatementTemplateProps {
  role: Role;
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}

/** Chooses the template of a statement, or the default. */
export function StatementTemplate({ role, value, onChange, error }: StatementTemplateProps) {
  const w = useWords(words);
  return (
    <NamedSelect
      label={w.template}
      placeholder={w.byItself}
      queryKey={['templates', 'of-statements', role]}
      read={async () => {
        const query = { kind: 'statement', limit: 200 } as const;
        const { data } = await answerOf(api.GET('/v1/templates', { params: { query } }));
        return data.filter((template) => isForRole(template, role));
      }}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
