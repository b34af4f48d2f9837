import { useEffect, useMemo, useState } from 'react';
import { useKept } from '../states/use-kept.ts';

/** The selected rows by id, kept while rows come and go. */
export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Selects all of these, or deselects them when all were selected. */
  toggleAll: (rows: readonly { id: string }[]) => void;
  hasAll: (rows: readonly { id: string }[]) => boolean;
  /** Whether some, but not all, are selected. */
  hasSome: (rows: readonly { id: string }[]) => boolean;
  clear: () => void;
  set: (ids: Iterable<string>) => void;
}

/**
 * Whether a visible row is selected. A row that has left the list stays selected, but does not count until it is back.
 */
export const isAnyTicked = (ids: ReadonlySet<string>, rows: readonly { id: string }[]): boolean =>
  rows.some(({ id }) => ids.has(id));

/** The selection on a page. Restored when the user comes back to the page with Back. */
export function useSelection(): Selection {
  const { before, keep } = useKept<ReadonlySet<string>>('ticks');
  const [ids, setIds] = useState<ReadonlySet<string>>(() => before ?? new Set());
  // At every render, because opening a drawer moves to another history entry.
  useEffect(() => keep(ids));
  return useMemo(() => {
    const hasAll = (rows: readonly { id: string }[]) => rows.length > 0 && rows.every(({ id }) => ids.has(id));
    return {
      ids,
      has: (id) => ids.has(id),
      toggle: (id) => {
        setIds((was) => (was.has(id) ? new Set([...was].filter((other) => other !== id)) : new Set([...was, id])));
      },
      toggleAll: (rows) => {
        const these = new Set(rows.map(({ id }) => id));
        setIds((was) =>
          hasAll(rows) ? new Set([...was].filter((id) => !these.has(id))) : new Set([...was, ...these]),
        );
      },
      hasAll,
      hasSome: (rows) => !hasAll(rows) && rows.some(({ id }) => ids.has(id)),
      clear: () => {
        setIds(new Set());
      },
      set: (next) => {
        setIds(new Set(next));
      },
    };
  }, [ids]);
}
