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

/** Asks before a dialog goes in which something was typed. */
export function CloseQuestion({ stay, leave }: { stay: () => void; leave: () => void }) {
  return <UnsavedQuestion says={useWords(words)} stay={stay} leave={leave} />;
}

/** Asks the same when the browser's Back would take away the page, or the drawer, that the dialog lies over. */
export function HoldBack({ isDirty, sending }: { isDirty: () => boolean; sending: 'held' | 'long' | null }) {
  const isKept = () => (sending === null ? isDirty() : sending === 'held');
  const blocker = useBlocker(({ historyAction }) => historyAction === NavigationType.Pop && isKept());
  // What is being stored is not lost: nothing is asked, and Back waits as Esc does.
  const isHeld = blocker.state === 'blocked' && sending !== null;
  useEffect(() => {
    if (isHeld) blocker.reset?.();
  }, [isHeld, blocker]);
  if (blocker.state !== 'blocked' || isHeld) return null;
  return <CloseQuestion stay={() => blocker.reset()} leave={() => blocker.proceed()} />;
}
