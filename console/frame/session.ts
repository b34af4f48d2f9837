import { createContext, useContext } from 'react';
import type { Schema } from '../api/client.ts';

/** The session as `GET /v1/session` returns it. */
export type SignedIn = Schema<'Session'>;

export interface Session extends SignedIn {
  timeZone: string;
  /** Today in the creditor's time zone on the product's clock, `YYYY-MM-DD`. */
  todayOn: string;
  /** Whether the user has the rights of a supervisor. */
  isSupervisor: boolean;
  isAdmin: boolean;
  /** The session has run out: the page stays under the request to sign in again. */
  hasEnded: boolean;
}

export const SessionContext = createContext<Session | null>(null);

/** The session of the current user. Throws when nobody is signed in; pages are only shown to a signed-in user. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}
