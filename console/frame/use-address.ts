import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The page's state in the address bar: `const { get, set } = useAddress()`. An empty value is taken out. Goes into the
 * history only when `push` says so, so that Back leaves the page and does not step through each letter typed.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (values: Record<string, string | null | undefined>, push = false) => {
      setParams(
        () => {
          // Not what the router gives, which is the address of when this was drawn: a later change would be undone.
          const next = new URLSearchParams(window.location.search);
          for (const [name, value] of Object.entries(values)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: !push },
      );
    },
    [setParams],
  );
  return { get: (name: string) => params.get(name) ?? undefined, set, params };
}
