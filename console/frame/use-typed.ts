import { type FocusEvent, useCallback, useEffect, useMemo, useState } from 'react';

/**
 * Whether anything in a dialog's form is another than it was when the keyboard first came to it: what one would have to write again.
 * `isMore`: the dialog itself knows of something that stands in no field now.
 */
export function useTyped(isMore: boolean) {
  const [isTouched, setTouched] = useState(false);
  const typed = useMemo(() => {
    const first = new Map<Element, string>();
    return {
      first,
      onFocusCapture: ({ target }: FocusEvent<Element>) => {
        const text = textIn(target);
        if (text !== null && !first.has(target)) first.set(target, text);
      },
      onInputCapture: () => setTouched(true),
    };
  }, []);
  const { first, ...listeners } = typed;
  const isDirty = useCallback(
    // A field that has gone, since all is done, holds nothing any more.
    () => isMore || [...first].some(([field, text]) => field.isConnected && textIn(field) !== text),
    [first, isMore],
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return { ...listeners, isDirty, isTouched };
}

const TICKED = new Set(['checkbox', 'radio', 'file', 'button', 'submit']);

/** What stands in a field of a form; null of what is no field that one writes in. */
function textIn(field: Element): string | null {
  if (!field.closest('form')) return null;
  if (field instanceof HTMLTextAreaElement) return field.value;
  if (field instanceof HTMLInputElement) return TICKED.has(field.type) ? null : field.value;
  return field instanceof HTMLElement && field.isContentEditable ? field.textContent : null;
}
