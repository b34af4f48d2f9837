import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const KEY = ['scenarios', 'to-choose'] as const;

const readScenarios = async () =>
  (await answerOf(api.GET('/v1/scenarios', { params: { query: { limit: 200 } } }))).data;

/** Chooses a scenario. */
export function ScenarioSelect(props: ChooseProps) {
  return <NamedSelect queryKey={KEY} read={readScenarios} {...props} />;
}

/** Returns a function from the id of a scenario to its name; undefined until loaded. */
export function useScenarioName(): (id: string) => string | undefined {
  const { data } = useQuery({ queryKey: KEY, queryFn: readScenarios, staleTime: 30_000, refetchInterval: 60_000 });
  return (id) => data?.find((scenario) => scenario.id === id)?.name;
}
