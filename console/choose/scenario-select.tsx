import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const KEY = ['scenarios', 'to-choose'] as const;

const readScenarios = async () =>
  (await answerOf(api.GET('/v1/scenarios', { params: { query: { limit: 200 } } }))).data;

/** One of the scenarios. */
export function ScenarioSelect(props: ChooseProps) {
  return <NamedSelect queryKey={KEY} read={readScenarios} {...props} />;
}

/** How a scenario is called by its id; undefined until it is known. */
export function useScenarioName(): (id: string) => string | undefined {
  const { data } = useQuery({ queryKey: KEY, queryFn: readScenarios, staleTime: 30_000, refetchInterval: 60_000 });
  return (id) => data?.find((scenario) => scenario.id === id)?.name;
}
