import type { QueryClient } from '@tanstack/react-query';
import type { SignedIn } from './session.ts';

export const SESSION_KEY = ['session'] as const;

/** One and the same, with the same rights: what is open may stay open. */
export const isSamePerson = (one: SignedIn, other: SignedIn): boolean =>
  one.user?.id === other.user?.id && one.creditor.slug === other.creditor.slug && one.role === other.role;

/**
 * What is shown, by who is signed in now (null: nobody; undefined: not known yet) and who was before in this window: a page whose
 * session has run out stays, with what is typed in it, under the question to sign in again.
 */
export function shownTo(now: SignedIn | null | undefined, before: SignedIn | null) {
  const session = now ?? before;
  if (session) return { session, hasEnded: now === null };
  return now === null ? 'sign-in' : 'nothing-yet';
}

/** Somebody has signed in. Of what another has looked at before nothing is shown; the same person goes on, with all asked for again. */
export function enter(queries: QueryClient, session: SignedIn, before: SignedIn | null): void {
  const isBack = before !== null && isSamePerson(before, session);
  const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== SESSION_KEY[0];
  if (!isBack) queries.removeQueries({ predicate: isOther });
  queries.setQueryData(SESSION_KEY, session);
  if (isBack) void queries.invalidateQueries({ predicate: isOther });
}
