import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

const WHILE_RUNNING_MS = 700;

/** How far a run is: asked for often while it goes on, and no more once it is done. */
export function useRun(runId: string | null | undefined) {
  return useQuery({
    queryKey: ['runs', runId],
    queryFn: () => answerOf(api.GET('/v1/runs/{id}', { params: { path: { id: runId ?? '' } } })),
    enabled: Boolean(runId),
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : WHILE_RUNNING_MS),
  });
}

export type Run = NonNullable<ReturnType<typeof useRun>['data']>;
export type Refusal = Run['refused'][number];
