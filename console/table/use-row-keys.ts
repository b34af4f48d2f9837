import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useKeys } from '../frame/keys.ts';
import { type ActiveRow, followed, indexOfActive, stepFrom } from './active-row.ts';
import type { DataTableProps } from './data-table.tsx';
import { type Line, lineOfRow } from './lines.ts';

interface RowKeys {
  virtual: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLElement | null>;
  lines: readonly Line[];
  /** The keyboard position when the user left the list. */
  first: ActiveRow | null;
}

/**
 * J and K (or the arrows) move between rows, Enter opens, X selects. With an open drawer, moving opens the next row in
 * it.
 */
export function useRowKeys<Item extends { id: string }>(
  { rows = [], onOpen, openId, selection }: DataTableProps<Item>,
  { virtual, scroller, lines, first }: RowKeys,
) {
  const [kept, setActive] = useState(first);
  const active = followed(rows, openId, kept);
  if (active !== kept) setActive(active);
  const index = indexOfActive(rows, active);
  const focusNext = useFocusOf(scroller, active?.id);
  const move = (by: 1 | -1) => {
    const next = stepFrom(rows, active, by);
    const item = rows[next];
    if (!item) return;
    setActive({ id: item.id, index: next, ...(openId === undefined ? {} : { from: openId }) });
    // For the first row, scroll to the heading above it too.
    virtual.scrollToIndex(next === 0 ? 0 : lineOfRow(lines, next));
    if (openId === undefined) focusNext(item.id);
    else onOpen?.(item);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const item = rows[index];
      if (item) onOpen?.(item);
    },
    x: () => {
      const item = rows[index];
      if (item) selection?.toggle(item.id);
    },
  });
  return { index, active, markAs: (id: string) => setActive({ id, index: -1 }) };
}

/** Focuses the row that the keyboard moved to, so that Tab continues from it and screen readers read it. */
function useFocusOf(scroller: RefObject<HTMLElement | null>, id: string | undefined) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (id === undefined || wanted.current !== id) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`);
    // Not rendered yet: the next render contains it.
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return (next: string) => {
    wanted.current = next;
  };
}
