import { createContext, useContext } from 'react';
import type { Schema } from '../api/client.ts';

/** Who is signed in and where, as `GET /v1/session` says. */
export type SignedIn = Schema<'Session'>;

export interface Session extends SignedIn {
  timeZone: string;
  /** The creditor's today on the product's clock, `YYYY-MM-DD`. */
  todayOn: string;
  /** Whether the person may do what supervisors do. */
  isSupervisor: boolean;
  isAdmin: boolean;
  /** It has run out: the page stays as it was, under the question to sign in again. */
  hasEnded: boolean;
}

export const SessionContext = createContext<Session | null>(null);

/** Of the person who is signed in; pages are only shown then. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}
