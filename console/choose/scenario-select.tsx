import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const readScenarios = async () =>
  (await answerOf(api.GET('/v1/scenarios', { params: { query: { limit: 200 } } }))).data;

/** One of the scenarios. */
export function ScenarioSelect(props: ChooseProps) {
  return <NamedSelect queryKey={['scenarios', 'to-choose']} read={readScenarios} {...props} />;
}
