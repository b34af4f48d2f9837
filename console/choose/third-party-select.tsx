import { answerOf, api } from '../api/client.ts';
import type { ChooseProps } from './named-select.tsx';
import { SearchSelect } from './search-select.tsx';

const choiceOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

const search = async (q: string) => {
  const query = { limit: 50, ...(q ? { q } : {}) };
  return (await answerOf(api.GET('/v1/third-parties', { params: { query } }))).data.map(choiceOf);
};

const read = async (id: string) =>
  choiceOf(await answerOf(api.GET('/v1/third-parties/{id}', { params: { path: { id } } })));

/** Chooses a referrer or a notary by name. */
export function ThirdPartySelect(props: ChooseProps) {
  return <SearchSelect queryKey={['third-parties', 'to-choose']} search={search} read={read} {...props} />;
}
