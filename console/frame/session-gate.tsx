import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { forgetAllEdits } from '../draft/kept-edits.ts';
import { Failed } from '../states/failed.tsx';
import { OnDemand } from '../states/on-demand.tsx';
import { dayIn } from '../words/days.ts';
import { sessionQuery } from './session-query.ts';
import { type Session, SessionContext, type SignedIn } from './session.ts';
import { askAgain, SESSION_KEY, shownTo } from './who-is-here.ts';

const SignInPage = lazy(async () => ({ default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage }));
const SessionEnded = lazy(async () => ({ default: (await import('../pages/sign-in/session-ended.tsx')).SessionEnded }));

/**
 * Shows the pages when somebody is signed in, and else the sign-in page. When the session runs out, the page stays
 * under a request to sign in again.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  const shown = shownTo(data, useFirst(data));
  const { session: signedIn, hasEnded } = typeof shown === 'string' ? { session: null, hasEnded: false } : shown;
  const session = useMemo(() => signedIn && sessionOf(signedIn, hasEnded), [signedIn, hasEnded]);
  const queries = useQueryClient();
  const onIn = useCallback((now: SignedIn) => queries.setQueryData(SESSION_KEY, now), [queries]);
  useComingBack(hasEnded);
  if (session) {
    return (
      <>
        <SessionContext value={session}>{children}</SessionContext>
        {hasEnded && (
          <OnDemand>
            <SessionEnded name={session.user?.name ?? null} onIn={onIn} />
          </OnDemand>
        )}
      </>
    );
  }
  if (shown === 'anew') return <Anew />;
  if (shown === 'sign-in') {
    return (
      <OnDemand>
        <SignInPage onIn={onIn} />
      </OnDemand>
    );
  }
  return error ? <Failed error={error} retry={() => void refetch()} /> : null;
}

/** The user who signed in first in this window, with the latest session data: the window belongs to that user. */
function useFirst(now: SignedIn | null | undefined): SignedIn | null {
  const [first, setFirst] = useState<SignedIn | null>(null);
  if (!now || now === first || shownTo(now, first) === 'anew') return first;
  setFirst(now);
  return now;
}

function useComingBack(hasEnded: boolean): void {
  const queries = useQueryClient();
  const had = useRef(hasEnded);
  useEffect(() => {
    if (had.current && !hasEnded) askAgain(queries);
    had.current = hasEnded;
  }, [hasEnded, queries]);
}

/** Reloads the window without a question: the next user must not see what the former one typed. */
function Anew() {
  useEffect(() => {
    forgetAllEdits();
    window.location.assign('/');
  }, []);
  return null;
}

const sessionOf = (signedIn: SignedIn, hasEnded: boolean): Session => ({
  ...signedIn,
  timeZone: signedIn.time_zone,
  todayOn: dayIn(signedIn.now_at, signedIn.time_zone),
  isSupervisor: signedIn.role !== 'collector',
  isAdmin: signedIn.role === 'admin',
  hasEnded,
});
