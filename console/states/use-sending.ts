import { useEffect, useState } from 'react';
import { defineWords } from '../words/words.ts';

/** What the button of a dialog says that is left while what it asked for is under way. */
export const sendingWords = defineWords(
  { goOn: 'Fermer sans attendre la réponse' },
  { goOn: 'Close without waiting for the answer' },
);

/** What takes longer than this need not be waited for: the answer comes as a notice. */
const LONG_MS = 5_000;

/** Of a request that is under way nobody can say « Annuler »: it may be done already. */
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
