import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answerOf, api } from '../../../api/client.ts';

const WHILE_RUNNING_MS = 700;

/** The progress of a run or of a dry run, refetched often until it is done. */
export function useRun(runId: string | null | undefined) {
  return useQuery({
    queryKey: ['runs', runId],
    queryFn: () => answerOf(api.GET('/v1/runs/{id}', { params: { path: { id: runId ?? '' } } })),
    enabled: Boolean(runId),
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : WHILE_RUNNING_MS),
  });
}

/** The progress of a run that sends. At its end the lists and counters are refetched. */
export function useSendingRun(runId: string) {
  const queries = useQueryClient();
  const answer = useRun(runId);
  const status = answer.data?.status;
  const before = useRef(status);
  useEffect(() => {
    const hasEnded = before.current !== 'done' && status === 'done';
    before.current = status;
    if (hasEnded) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== runId });
  }, [queries, runId, status]);
  return answer;
}

export type Run = NonNullable<ReturnType<typeof useRun>['data']>;
export type Refusal = Run['refused'][number];
