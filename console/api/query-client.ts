import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, isAway } from './problem.ts';

/** Whatever is shown is asked for again this often: what a colleague or a worker changes appears by itself. */
export const LIVE_MS = 5_000;

/** Answers are shown from cache at once and asked for again behind; a server that is away is tried again, a refusal is not. */
export const queryClient = new QueryClient({
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

const isRefused = (error: unknown): boolean => error instanceof ApiProblem && !isAway(error);
