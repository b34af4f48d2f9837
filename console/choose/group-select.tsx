import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const readGroups = async () => (await answerOf(api.GET('/v1/groups', { params: { query: { limit: 200 } } }))).data;

/** Chooses a group of customers. */
export function GroupSelect(props: ChooseProps) {
  return <NamedSelect queryKey={['groups', 'to-choose']} read={readGroups} {...props} />;
}
