import type { QueryClient } from '@tanstack/react-query';
import type { SignedIn } from './session.ts';

export const SESSION_KEY = ['session'] as const;

/** Whether both sessions are of the same user, creditor and role, so that the page may stay open. */
const isSamePerson = (one: SignedIn, other: SignedIn): boolean =>
  one.user?.id === other.user?.id && one.creditor.slug === other.creditor.slug && one.role === other.role;

/**
 * What to show. `now` is the current session (null: signed out; undefined: not known yet) and `before` is the one that
 * this window belongs to. A page whose session ran out stays, with its unsaved input, under a request to sign in again.
 * Another user, or other rights, reloads the window: the page, its cache, its drafts and its undo offers belong to the
 * former user.
 */
export function shownTo(now: SignedIn | null | undefined, before: SignedIn | null) {
  if (now && before && !isSamePerson(before, now)) return 'anew';
  const session = now ?? before;
  if (session) return { session, hasEnded: now === null };
  return now === null ? 'sign-in' : 'nothing-yet';
}

/**
 * Refetches everything after the user has signed in again, in this window or another: requests were refused meanwhile.
 */
export function askAgain(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}
