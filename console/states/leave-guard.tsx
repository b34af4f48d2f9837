import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { UnsavedQuestion } from '../frame/unsaved-question.tsx';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    title: 'Quitter sans enregistrer\u00a0?',
    text: 'Ce que vous avez saisi sur cette page n’est pas enregistré et serait perdu.',
    stay: 'Rester sur la page',
    leave: 'Quitter sans enregistrer',
  },
  {
    title: 'Leave without saving?',
    text: 'What you typed on this page is not saved and would be lost.',
    stay: 'Stay on the page',
    leave: 'Leave without saving',
  },
);

interface LeaveGuardProps {
  isDirty: boolean;
  /** An address at which the page stays as it is. */
  staysAt?: string | null;
}

/** Asks before the user leaves a page with unsaved changes. Changing only the query (tabs, filters) does not count. */
export function LeaveGuard({ isDirty, staysAt = null }: LeaveGuardProps) {
  const w = useWords(words);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation: { pathname } }) =>
      isDirty && currentLocation.pathname !== pathname && pathname !== staysAt,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return <UnsavedQuestion says={w} stay={() => blocker.reset()} leave={() => blocker.proceed()} />;
}
