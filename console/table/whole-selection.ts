import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useRef, useState } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import { type Selection, useSelection } from './selection.ts';

const words = defineWords(
  {
    tooMany:
      'La liste est trop longue pour en décocher un\u00a0: resserrez les filtres (2\u00a0000 au plus). Toute la liste reste cochée.',
    unread: 'La liste n’a pas pu être lue en entier\u00a0: toute la liste reste cochée.',
  },
  {
    tooMany: 'The list is too long to untick one of it: narrow the filters (at most 2,000). All of it stays ticked.',
    unread: 'The list could not be read as a whole: all of it stays ticked.',
  },
);

/** Limit for deselecting one row of the whole list: the whole list is loaded for that. */
const MOST = 2_000;

/** A selection of some rows, or of everything that matches the filter, loaded or not. */
export interface WholeSelection extends Selection {
  isWhole: boolean;
  chooseWhole: () => void;
}

interface Whole {
  /** Identifies the list. Another filter clears the selection, so that nothing unseen is acted upon. */
  filterKey: string;
  /** The number of rows of the whole list. */
  total: number;
  /** Loads the rest of the list. Returns null when that failed. */
  readAll: () => Promise<readonly { id: string }[] | null>;
}

/**
 * A selection that can be the whole list. Deselecting one row of it loads the list, so that all others stay selected.
 */
export function useWholeSelection({ filterKey, total, readAll }: Whole): WholeSelection {
  const some = useSelection();
  const [isWhole, setWhole] = useState(false);
  const [tickedIn, setTickedIn] = useState(filterKey);
  const untick = useUntick({ filterKey, total, readAll }, (ids) => {
    setWhole(false);
    some.set(ids);
  });
  // During rendering and not in an effect, so that the new list is never shown with the old selection and is rendered
  // only once.
  if (tickedIn !== filterKey) {
    setTickedIn(filterKey);
    setWhole(false);
    if (some.ids.size > 0) some.clear();
  }
  return useMemo(() => {
    if (!isWhole) return { ...some, isWhole, chooseWhole: () => setWhole(true) };
    const leave = () => {
      untick.current.forget();
      setWhole(false);
      some.clear();
    };
    return {
      ...some,
      isWhole,
      chooseWhole: () => undefined,
      has: () => true,
      hasAll: () => true,
      hasSome: () => false,
      toggle: (id: string) => void untick.current.take(id),
      toggleAll: leave,
      clear: leave,
    };
  }, [some, isWhole, untick]);
}

/** Loads the whole list and removes the rows deselected meanwhile. Until it is loaded, all stay selected. */
function useUntick({ filterKey, total, readAll }: Whole, leave: (ids: string[]) => void) {
  const w = useWords(words);
  const unticked = useRef<Set<string> | null>(null);
  const say = (message: string) =>
    notifications.show({ message, color: 'yellow', withBorder: true, autoClose: 12_000 });
  const take = async (id: string) => {
    if (total > MOST) return void say(w.tooMany);
    if (unticked.current) return void unticked.current.add(id);
    const these = (unticked.current = new Set([id]));
    const all = await readAll();
    // The list has changed meanwhile, or the selection was cleared.
    if (unticked.current !== these) return;
    unticked.current = null;
    if (all) leave(all.flatMap((row) => (these.has(row.id) ? [] : [row.id])));
    else say(w.unread);
  };
  const forget = () => {
    unticked.current = null;
  };
  useEffect(() => forget, [filterKey]);
  const now = useRef({ take, forget });
  useEffect(() => {
    now.current = { take, forget };
  });
  return now;
}
