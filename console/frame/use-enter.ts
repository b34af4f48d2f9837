import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

const FOUND = '[data-action]';
const goToIt = (found: HTMLElement | null) => found?.click();

/**
 * Enter in the search goes to the marked result, or to the first one. `isBehind`: the results are those of an earlier
 * text. Enter then waits for the new ones, unless the user has chosen a result with the arrows.
 */
export function useEnter(isBehind: boolean) {
  const [waiting, setWaiting] = useState<Element | null>(null);
  const isChosen = useRef(false);
  useEffect(() => {
    if (!waiting || isBehind) return;
    setWaiting(null);
    goToIt(waiting.querySelector<HTMLElement>(FOUND));
  }, [waiting, isBehind]);
  return {
    onInput: () => {
      isChosen.current = false;
      setWaiting(null);
    },
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (event.key.startsWith('Arrow')) isChosen.current = true;
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
      // Mantine's own handling of Enter only goes to a marked result.
      event.preventDefault();
      event.stopPropagation();
      const dialog = event.currentTarget.closest('[role="dialog"]');
      if (isBehind && !isChosen.current) setWaiting(dialog);
      else
        goToIt(dialog?.querySelector<HTMLElement>(`${FOUND}[data-selected]`) ?? dialog?.querySelector(FOUND) ?? null);
    },
  };
}
