import { useEffect, useRef } from 'react';
import { isDialogOver } from './lying-over.ts';

const DIALOGS = '[role="dialog"]:not([data-keys="page"]), [role="listbox"], [role="menu"], [data-dates-dropdown]';

/** Whether the key goes into a text field. A checkbox takes no text. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (!target) return false;
  return target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isTickBox(target));
}

/**
 * Whether a dialog or a menu is open over the page and takes the keys, or is being loaded and will take them. A list
 * that is hidden but still in the page does not count.
 */
export const isUnderDialog = (): boolean =>
  isDialogOver() || [...document.querySelectorAll(DIALOGS)].some((element) => element.checkVisibility());

/** Enter on a link or a button activates it. */
const isForControl = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof Element && target.closest('a, button, summary') !== null;

const isTickBox = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');

/**
 * One-key actions of a page: `useKeys({ p: openPromise })`. They do nothing while the user types or a dialog is open. A
 * drawer that shows a case has `data-keys="page"`, because its keys belong to the page.
 */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>, isActive = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) || isUnderDialog() || isForControl(event)) return;
      const action = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isActive]);
}
