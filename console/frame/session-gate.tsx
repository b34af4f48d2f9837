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

/** Shows the pages to who is signed in, and the sign-in page to everybody else. A page whose session runs out stays, and asks to sign in again. */
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

/** Whoever was signed in first in this window, as last heard of him: the window is his. */
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

/** The window is loaded anew, unasked: what the one before had typed is not for who is here now. */
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
