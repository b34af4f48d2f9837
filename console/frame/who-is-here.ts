import type { QueryClient } from '@tanstack/react-query';
import type { SignedIn } from './session.ts';

export const SESSION_KEY = ['session'] as const;

/** One and the same, with the same rights: what is open may stay open. */
const isSamePerson = (one: SignedIn, other: SignedIn): boolean =>
  one.user?.id === other.user?.id && one.creditor.slug === other.creditor.slug && one.role === other.role;

/**
 * What is shown, by who is signed in now (null: nobody; undefined: not known yet) and who was before in this window: a page whose
 * session has run out stays, with what is typed in it, under the question to sign in again. Somebody else, or the same with other
 * rights, begins anew: nothing is his of what is on the page, in its cache, in its drafts and in what could be undone.
 */
export function shownTo(now: SignedIn | null | undefined, before: SignedIn | null) {
  if (now && before && !isSamePerson(before, now)) return 'anew';
  const session = now ?? before;
  if (session) return { session, hasEnded: now === null };
  return now === null ? 'sign-in' : 'nothing-yet';
}

/**
 * Asks again for what was refused while the session had run out, and for all else: the person is back, by this window or
 * another.
 */
export function askAgain(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}
