import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isAway } from './problem.ts';

/** Interval of refetching everything on the screen, so that changes by a colleague or a worker appear. */
export const LIVE_MS = 5_000;

/**
 * Cached answers are shown at once and refetched in the background. Requests are retried when the server is away, not
 * when it refused.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookWhoIsHere }),
  mutationCache: new MutationCache({ onError: lookWhoIsHere }),
  defaultOptions: {
    queries: {
      // The browser's idea of the network says nothing about a server on this machine: always send the request.
      networkMode: 'always',
      staleTime: 2_000,
      retry: (failures, error) => isAway(error) && failures < 3,
      retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
      refetchInterval: (query) => (isRefused(query.state.error) ? false : LIVE_MS),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** A 401 means that the session has probably ended: check it at once instead of a minute later. */
function lookWhoIsHere(error: unknown): void {
  if (error instanceof ApiProblem && error.status === 401)
    void queryClient.invalidateQueries({ queryKey: ['session'], exact: true });
}

const isRefused = (error: unknown): boolean => error instanceof ApiProblem && !isAway(error);
