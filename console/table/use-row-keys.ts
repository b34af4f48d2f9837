import type { Virtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import { useKeys } from '../frame/keys.ts';
import type { DataTableProps } from './data-table.tsx';
import { type Line, lineOfRow } from './lines.ts';

/** J and K (or the arrows) go through the rows, Enter opens, X selects. With a drawer open, moving opens the next one in it. */
export function useRowKeys<Item extends { id: string }>(
  { rows = [], onOpen, openId, selection }: DataTableProps<Item>,
  virtual: Virtualizer<HTMLDivElement, Element>,
  lines: readonly Line[],
): number {
  const [at, setAt] = useState(-1);
  const openIndex = openId === undefined ? -1 : rows.findIndex(({ id }) => id === openId);
  const active = openIndex >= 0 ? openIndex : Math.min(at, rows.length - 1);
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, active + by));
    const item = rows[next];
    if (!item) return;
    setAt(next);
    // The heading above the first row comes into sight with it.
    virtual.scrollToIndex(next === 0 ? 0 : lineOfRow(lines, next));
    if (openId !== undefined) onOpen?.(item);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const item = rows[active];
      if (item) onOpen?.(item);
    },
    x: () => {
      const item = rows[active];
      if (item) selection?.toggle(item.id);
    },
  });
  return active;
}
