import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { SignedIn } from './session.ts';
import { SESSION_KEY } from './who-is-here.ts';

const LOOKED_AGAIN_MS = 60_000;
/** Interval while signed out: the user may sign in again in another window. */
const SIGNED_OUT_MS = 5_000;

/**
 * The current session, null when nobody is signed in. Refetched every minute, and every few seconds while nobody is.
 */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: readSession,
  refetchInterval: ({ state }) => (state.data === null ? SIGNED_OUT_MS : LOOKED_AGAIN_MS),
  staleTime: 30_000,
});

async function readSession(): Promise<SignedIn | null> {
  try {
    return await answerOf(api.GET('/v1/session'));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}
