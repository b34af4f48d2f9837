import { useHotkeys } from '@mantine/hooks';
import { lazy, useEffect } from 'react';
import { OnDemand } from '../states/on-demand.tsx';
import { createStore, useStore } from '../states/store.ts';
import { useSession } from './session.ts';

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }));

/** How often it was asked for. */
const asked = createStore(0);
export const openSearch = () => asked.set(asked.get() + 1);

/** Ctrl-K, in fields too; not once the session has ended: what was found before is not to be read any more. The search itself comes when it is first asked for: the first page does without it. */
export function SearchOnDemand() {
  const times = useStore(asked);
  const { hasEnded } = useSession();
  useHotkeys([['mod+K', () => (hasEnded ? undefined : openSearch())]], []);
  useEffect(() => {
    // It is not to open by itself for who signs in again.
    if (hasEnded) asked.set(0);
  }, [hasEnded]);
  return times > 0 && !hasEnded ? (
    <OnDemand>
      <Search asked={times} />
    </OnDemand>
  ) : null;
}
