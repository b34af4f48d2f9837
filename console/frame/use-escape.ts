import { useEffect, useRef } from 'react';
import { openedOver } from './lying-over.ts';

/**
 * Esc closes the topmost dialog or drawer, or nothing when that one does not close by Esc. An open list, calendar or
 * field inside it takes Esc first. `isPage`: the keys of the page act on its content.
 */
export function useEscape(close: (() => void) | undefined, isOpen = true, isPage = false): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const self = openedOver(isPage);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !isForField(event) && self.takes(event)) latest.current?.();
    };
    // In the capturing phase, before a field handles the key.
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      self.leave();
    };
  }, [isOpen, isPage]);
}

/**
 * Mantine marks a field whose list is open. A calendar is open while its field has the focus. A popover has the focus
 * itself.
 */
const isForField = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element &&
  (target.getAttribute('data-mantine-stop-propagation') === 'true' ||
    (target.hasAttribute('data-dates-input') && isCalendarOpen()) ||
    target.closest('[role="dialog"]')?.matches(':not([aria-modal="true"], [data-keys="page"])') === true);

const isCalendarOpen = (): boolean =>
  [...document.querySelectorAll('[data-dates-dropdown]')].some((calendar) => calendar.checkVisibility());
