import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { runBody, type RunOf } from './run-of.ts';
import { useRun } from './use-run.ts';

/** What a run would send and what it would leave out. The API checks each case and sends nothing. */
export function useForecast(run: RunOf) {
  const asked = runBody(run);
  const dry = useQuery({
    queryKey: ['runs', 'dry', asked],
    queryFn: () => answerOf(api.POST('/v1/runs', { body: { ...asked, dry_run: true } })),
    // Each request creates a run on the server: never refetch it.
    staleTime: 'static',
    gcTime: 0,
    refetchInterval: false,
  });
  const judged = useRun(dry.data?.id);
  const isDone = judged.data?.status === 'done';
  return { data: isDone ? judged.data : undefined, error: dry.error ?? judged.error };
}
