import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isAway } from './problem.ts';

/** Whatever is shown is asked for again this often: what a colleague or a worker changes appears by itself. */
export const LIVE_MS = 5_000;

/** Answers are shown from cache at once and asked for again behind; a server that is away is tried again, a refusal is not. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookWhoIsHere }),
  mutationCache: new MutationCache({ onError: lookWhoIsHere }),
  defaultOptions: {
    queries: {
      // What the browser thinks of the network says nothing of a server on this machine: ask, and say when nobody answers.
      networkMode: 'always',
      staleTime: 2_000,
      retry: (failures, error) => isAway(error) && failures < 3,
      retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
      refetchInterval: (query) => (isRefused(query.state.error) ? false : LIVE_MS),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Nobody is signed in any more, it seems: the page asks at once, and not in a minute. */
function lookWhoIsHere(error: unknown): void {
  if (error instanceof ApiProblem && error.status === 401)
    void queryClient.invalidateQueries({ queryKey: ['session'], exact: true });
}

const isRefused = (error: unknown): boolean => error instanceof ApiProblem && !isAway(error);
