import { createContext, useContext } from 'react';

/** Who is signed in and where, as `GET /v1/session` says. */
export interface SignedIn {
  role: 'collector' | 'supervisor' | 'admin';
  user: { id: string; name: string; email: string; has_password: boolean } | null;
  creditor: { name: string; slug: string };
  currency: string;
  time_zone: string;
  live: boolean;
  sends: 'mailbox' | 'resend';
  now_at: string;
  demo: { clock: boolean; now_at: string; offset_days: number; mailbox_url: string };
  mailbox_url: string;
  temporal_ui_url: string;
}

export interface Session extends SignedIn {
  timeZone: string;
  /** The creditor's today on the product's clock, `YYYY-MM-DD`. */
  todayOn: string;
  /** Whether the person may do what supervisors do. */
  isSupervisor: boolean;
  isAdmin: boolean;
}

export const SessionContext = createContext<Session | null>(null);

/** Of the person who is signed in; pages are only shown then. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here');
  return session;
}
