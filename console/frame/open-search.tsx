import { useHotkeys } from '@mantine/hooks';
import { lazy, useEffect } from 'react';
import { OnDemand } from '../states/on-demand.tsx';
import { createStore, useStore } from '../states/store.ts';
import { useSession } from './session.ts';

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }));

/** How often the search was opened. */
const asked = createStore(0);
export const openSearch = () => asked.set(asked.get() + 1);

/**
 * The search, opened with Ctrl-K, in fields too. Not available once the session has ended, because its results must not
 * be readable any more. It is loaded when first opened, to keep the first page small.
 */
export function SearchOnDemand() {
  const times = useStore(asked);
  const { hasEnded } = useSession();
  useHotkeys([['mod+K', () => (hasEnded ? undefined : openSearch())]], []);
  useEffect(() => {
    // The search must not open by itself after the next sign-in.
    if (hasEnded) asked.set(0);
  }, [hasEnded]);
  return times > 0 && !hasEnded ? (
    <OnDemand>
      <Search asked={times} />
    </OnDemand>
  ) : null;
}
