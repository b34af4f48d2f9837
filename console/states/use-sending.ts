import { useEffect, useState } from 'react';
import { defineWords } from '../words/words.ts';

/** Label of the button that leaves a dialog whose request is still under way. */
export const sendingWords = defineWords(
  { goOn: 'Fermer sans attendre la réponse' },
  { goOn: 'Close without waiting for the answer' },
);

/** After this time the user can close the dialog; the answer then comes as a notice. */
const LONG_MS = 5_000;

/**
 * `held` while a request is under way, then `long` once it takes long. Meanwhile it cannot be cancelled, because it may
 * already have taken effect.
 */
export function useSending(isPending: boolean): 'held' | 'long' | null {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isPending]);
  if (!isPending) return null;
  return isLong ? 'long' : 'held';
}
