import type { QueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { SignedIn } from './session.ts';

/** Who is signed in; null: nobody. Asked again every minute. */
export const sessionQuery = {
  queryKey: ['session'],
  queryFn: readSession,
  refetchInterval: 60_000,
  staleTime: 30_000,
};

async function readSession(): Promise<SignedIn | null> {
  try {
    return await answerOf(api.GET('/v1/session'));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** Somebody has signed in: of what whoever was here before has looked at, nothing is shown. */
export function enter(queries: QueryClient, session: SignedIn): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  queries.setQueryData(sessionQuery.queryKey, session);
}
