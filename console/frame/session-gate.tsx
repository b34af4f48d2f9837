import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { Failed } from '../states/failed.tsx';
import { dayIn } from '../words/days.ts';
import { sessionQuery } from './session-query.ts';
import { type Session, SessionContext, type SignedIn } from './session.ts';
import { enter, isSamePerson, shownTo } from './who-is-here.ts';

const SignInPage = lazy(async () => ({ default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage }));
const SessionEnded = lazy(async () => ({ default: (await import('../pages/sign-in/session-ended.tsx')).SessionEnded }));

/** Shows the pages to who is signed in, and the sign-in page to everybody else. A page whose session runs out stays, and asks to sign in again. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  const { latest, times } = useLatest(data);
  const queries = useQueryClient();
  const onIn = useCallback((signedIn: SignedIn) => enter(queries, signedIn, latest), [queries, latest]);
  const shown = shownTo(data, latest);
  const signedIn = typeof shown === 'string' ? null : shown.session;
  const session = useMemo(() => signedIn && sessionOf(signedIn), [signedIn]);
  if (typeof shown !== 'string' && session) {
    return (
      <>
        <SessionContext value={session}>
          <Fragment key={times}>{children}</Fragment>
        </SessionContext>
        {shown.hasEnded && (
          <Suspense>
            <SessionEnded name={session.user?.name ?? null} onIn={onIn} />
          </Suspense>
        )}
      </>
    );
  }
  if (shown === 'sign-in') {
    return (
      <Suspense>
        <SignInPage onIn={onIn} />
      </Suspense>
    );
  }
  return error ? <Failed error={error} retry={() => void refetch()} /> : null;
}

/** Whoever was signed in last in this window, and how many different people have been. */
function useLatest(now: SignedIn | null | undefined) {
  const [kept, setKept] = useState<{ latest: SignedIn | null; times: number }>({ latest: null, times: 0 });
  if (!now || now === kept.latest) return kept;
  const isOther = kept.latest !== null && !isSamePerson(kept.latest, now);
  const next = { latest: now, times: kept.times + (isOther ? 1 : 0) };
  setKept(next);
  return next;
}

const sessionOf = (signedIn: SignedIn): Session => ({
  ...signedIn,
  timeZone: signedIn.time_zone,
  todayOn: dayIn(signedIn.now_at, signedIn.time_zone),
  isSupervisor: signedIn.role !== 'collector',
  isAdmin: signedIn.role === 'admin',
});
