import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { Failed } from '../states/failed.tsx';
import { dayIn } from '../words/days.ts';
import { sessionQuery } from './session-query.ts';
import { type Session, SessionContext, type SignedIn } from './session.ts';

const SignInPage = lazy(async () => ({ default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage }));

/** Shows the pages to who is signed in, and the sign-in page to everybody else. Looks again every minute. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  const session = useMemo(() => (data ? sessionOf(data) : null), [data]);
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (data === null) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  return error ? <Failed error={error} retry={() => void refetch()} /> : null;
}

const sessionOf = (signedIn: SignedIn): Session => ({
  ...signedIn,
  timeZone: signedIn.time_zone,
  todayOn: dayIn(signedIn.now_at, signedIn.time_zone),
  isSupervisor: signedIn.role !== 'collector',
  isAdmin: signedIn.role === 'admin',
});
