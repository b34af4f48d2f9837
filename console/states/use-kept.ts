import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** By the place in the browser's history: what a page was like when one went on from it. */
const kept = new Map<string, unknown>();

/** Of this entry of the history; a change of the address in its place, e.g. by a filter, is the same entry. */
const entryOf = (name: string): string => {
  const { idx = 0 } = (window.history.state ?? {}) as { idx?: number };
  return `${idx} ${window.location.pathname.split('/')[1] ?? ''} ${name}`;
};

/** What was kept under this name when one comes back to a page with the browser's Back; nothing for who goes to it anew. */
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
