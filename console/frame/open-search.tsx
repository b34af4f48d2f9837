import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { createStore, useStore } from '../states/store.ts';

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }));

/** How often it was asked for. */
const asked = createStore(0);
export const openSearch = () => asked.set(asked.get() + 1);

/** Ctrl-K, in fields too. The search itself comes when it is first asked for: the first page does without it. */
export function SearchOnDemand() {
  const times = useStore(asked);
  useHotkeys([['mod+K', openSearch]], []);
  return times > 0 ? (
    <Suspense>
      <Search asked={times} />
    </Suspense>
  ) : null;
}
