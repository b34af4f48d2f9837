import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** State of pages by history entry, from when the user left them. */
const kept = new Map<string, unknown>();

/** The key of this history entry. Replacing its address, e.g. by a filter, keeps the entry. */
const entryOf = (name: string): string => {
  const { idx = 0 } = (window.history.state ?? {}) as { idx?: number };
  return `${idx} ${window.location.pathname.split('/')[1] ?? ''} ${name}`;
};

/**
 * The value kept under this name when the user comes back with the browser's Back. Undefined after any other
 * navigation.
 */
export function useKept<Value>(name: string): { before: Value | undefined; keep: (value: Value) => void } {
  const { key } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  const [before] = useState(() => (isBack ? (kept.get(entryOf(name)) as Value | undefined) : undefined));
  const at = useRef('');
  useLayoutEffect(() => {
    at.current = entryOf(name);
  }, [key, name]);
  const keep = useCallback((value: Value) => {
    kept.set(at.current, value);
  }, []);
  return { before, keep };
}
