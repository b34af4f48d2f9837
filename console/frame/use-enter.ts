import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

const FOUND = '[data-action]';
const goToIt = (found: HTMLElement | null) => found?.click();

/**
 * Enter in the search: goes to what is marked, or to the first that was found. `isBehind`: what is shown was found for what was typed
 * before; then it waits for what is found, unless a line of what is shown was chosen with the arrows.
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
      // Mantine's own answer goes to what is marked, if anything is.
      event.preventDefault();
      event.stopPropagation();
      const dialog = event.currentTarget.closest('[role="dialog"]');
      if (isBehind && !isChosen.current) setWaiting(dialog);
      else
        goToIt(dialog?.querySelector<HTMLElement>(`${FOUND}[data-selected]`) ?? dialog?.querySelector(FOUND) ?? null);
    },
  };
}
