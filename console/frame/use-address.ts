import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { goAtOnce, goTo } from './go-to.ts';

/**
 * Changes the page's state in the address bar. An empty value removes the parameter. Adds a history entry only with
 * `push`, so that Back leaves the page instead of undoing each typed letter. A drawer is opened or closed with
 * `atOnce`, which renders immediately.
 */
export function setAddress(
  values: Record<string, string | null | undefined>,
  { push = false, atOnce = false }: { push?: boolean; atOnce?: boolean } = {},
): void {
  // Read the address now, not as of the last render: a change made since would be lost.
  const { pathname, search } = window.location;
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  // Keep the router's state of this entry, e.g. the list that the user came from: the router stores it as `usr`.
  const { usr: state } = (window.history.state ?? {}) as { usr?: unknown };
  const go = atOnce ? goAtOnce : goTo;
  go({ pathname, search: next.toString() }, { replace: !push, state });
}

/** The page's state in the address bar: `const { get, set } = useAddress()`. */
export function useAddress() {
  const [params] = useSearchParams();
  const get = useCallback((name: string) => params.get(name) ?? undefined, [params]);
  return { get, set: setAddress, params };
}
