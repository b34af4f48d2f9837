import { type FocusEvent, useCallback, useEffect, useMemo, useState } from 'react';

/**
 * Whether a field of a dialog's form differs from its text when it first got the focus, that is, whether closing would
 * lose typed text. `isMore`: the dialog holds more unsaved input than its fields show.
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
    // A field that was removed, because its work is done, holds no unsaved text.
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

/** The text of a field in a form. Null for anything that is not written in. */
function textIn(field: Element): string | null {
  if (!field.closest('form')) return null;
  if (field instanceof HTMLTextAreaElement) return field.value;
  if (field instanceof HTMLInputElement) return TICKED.has(field.type) ? null : field.value;
  return field instanceof HTMLElement && field.isContentEditable ? field.textContent : null;
}
