import { useMemo, useState } from 'react';
import { type Selection, useSelection } from './selection.ts';

/** A selection of some rows, or of everything that the filter fits, loaded or not. */
export interface WholeSelection extends Selection {
  isWhole: boolean;
  chooseWhole: () => void;
}

/** `filterKey`: what is listed; another filter starts with nothing ticked, so that nothing unseen is acted upon. */
export function useWholeSelection(filterKey: string, rows: readonly { id: string }[] | undefined): WholeSelection {
  const some = useSelection();
  const [isWhole, setWhole] = useState(false);
  const [tickedIn, setTickedIn] = useState(filterKey);
  // While it is drawn and not afterwards: the other list is never shown with these ticks, and is drawn once.
  if (tickedIn !== filterKey) {
    setTickedIn(filterKey);
    setWhole(false);
    if (some.ids.size > 0) some.clear();
  }
  return useMemo(() => {
    if (!isWhole) return { ...some, isWhole, chooseWhole: () => setWhole(true) };
    const leave = (ids: Iterable<string>) => {
      setWhole(false);
      some.set(ids);
    };
    return {
      ...some,
      isWhole,
      chooseWhole: () => undefined,
      has: () => true,
      hasAll: () => true,
      hasSome: () => false,
      toggle: (id: string) => leave((rows ?? []).flatMap((row) => (row.id === id ? [] : [row.id]))),
      toggleAll: () => leave([]),
      clear: () => leave([]),
    };
  }, [some, isWhole, rows]);
}
