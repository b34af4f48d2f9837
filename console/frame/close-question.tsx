import { useEffect } from 'react';
import { NavigationType, useBlocker } from 'react-router';
import { defineWords, useWords } from '../words/words.ts';
import { UnsavedQuestion } from './unsaved-question.tsx';

const words = defineWords(
  {
    title: 'Fermer sans enregistrer\u00a0?',
    text: 'Ce que vous avez saisi ici n’est pas enregistré et serait perdu.',
    stay: 'Continuer la saisie',
    leave: 'Fermer sans enregistrer',
  },
  {
    title: 'Close without saving?',
    text: 'What you typed here is not saved and would be lost.',
    stay: 'Go on typing',
    leave: 'Close without saving',
  },
);

/** Asks before a dialog with unsaved input is closed. */
export function CloseQuestion({ stay, leave }: { stay: () => void; leave: () => void }) {
  return <UnsavedQuestion says={useWords(words)} stay={stay} leave={leave} />;
}

/** Asks the same when the browser's Back would leave the page, or close the drawer, under the dialog. */
export function HoldBack({ isDirty, sending }: { isDirty: () => boolean; sending: 'held' | 'long' | null }) {
  const isKept = () => (sending === null ? isDirty() : sending === 'held');
  const blocker = useBlocker(({ historyAction }) => historyAction === NavigationType.Pop && isKept());
  // A form that is being sent is not lost: do not ask, but block Back as Esc is blocked.
  const isHeld = blocker.state === 'blocked' && sending !== null;
  useEffect(() => {
    if (isHeld) blocker.reset?.();
  }, [isHeld, blocker]);
  if (blocker.state !== 'blocked' || isHeld) return null;
  return <CloseQuestion stay={() => blocker.reset()} leave={() => blocker.proceed()} />;
}
