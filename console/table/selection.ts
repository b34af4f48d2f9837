import { useEffect, useMemo, useState } from 'react';
import { useKept } from '../states/use-kept.ts';

/** Which rows are ticked, by id; kept while rows come and go. */
export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Ticks all of these, or none of them when all were. */
  toggleAll: (rows: readonly { id: string }[]) => void;
  hasAll: (rows: readonly { id: string }[]) => boolean;
  /** Some but not all. */
  hasSome: (rows: readonly { id: string }[]) => boolean;
  clear: () => void;
  set: (ids: Iterable<string>) => void;
}

/** Whether a row that is shown is ticked: one that has left the list stays ticked, and counts for nothing until it is back. */
export const isAnyTicked = (ids: ReadonlySet<string>, rows: readonly { id: string }[]): boolean =>
  rows.some(({ id }) => ids.has(id));

/** What is ticked on a page; still so when one comes Back to it. */
export function useSelection(): Selection {
  const { before, keep } = useKept<ReadonlySet<string>>('ticks');
  const [ids, setIds] = useState<ReadonlySet<string>>(() => before ?? new Set());
  // Each time: opening a drawer goes on to another place of the history.
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
