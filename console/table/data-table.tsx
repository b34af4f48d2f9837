import { type ColumnDef, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { useKept } from '../states/use-kept.ts';
import { useWords } from '../words/words.ts';
import type { ActiveRow } from './active-row.ts';
import classes from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { type Line, linesOf } from './lines.ts';
import { useRowPlaces } from './row-places.ts';
import type { Selection } from './selection.ts';
import type { SheetCell } from './sheet.ts';
import { TableRow } from './table-row.tsx';
import { TickAll } from './tick-all.tsx';
import { tableWords } from './table-words.ts';
import { useMoreToSee } from './use-more-to-see.ts';
import { useRowKeys } from './use-row-keys.ts';

const ROW_PX = 36;
/** Rows drawn beyond the visible ones, so that scrolling shows no gaps. They are drawn after the rest. */
const MORE_ROWS = 6;
/** Height of a page around its table, until the table is measured. */
const AROUND_PX = 320;

declare module '@tanstack/react-table' {
  // Meta data of our columns, besides TanStack's own.
  interface ColumnMeta<TData, TValue> {
    /** CSS width, e.g. `96px` or `minmax(160px, 2fr)`. Default `minmax(90px, 1fr)`. */
    width?: string;
    align?: 'right' | 'center';
    /** The value for `sort=` in the API. Without it the column is not sortable. */
    sort?: string;
    /** The cell for the exported file. Without it the file does not have the column. */
    sheet?: SheetCell;
  }
}

export interface DataTableProps<Item extends { id: string }> {
  /** Accessible name of the table. */
  label: string;
  columns: ColumnDef<Item>[];
  rows: readonly Item[] | undefined;
  error?: unknown;
  retry?: () => void;
  /** Shown when there are no rows. */
  empty: ReactNode;
  /** E.g. `-balance_cents`. With `onSort`, the headings of sortable columns become buttons. */
  sort?: string;
  onSort?: (sort: string) => void;
  selection?: Selection;
  /** The name of a row for its checkbox, e.g. its number. */
  nameOf?: (item: Item) => string;
  /** The heading of a row's group. Rows of a group are adjacent. */
  groupOf?: (item: Item) => string;
  /** For many columns: narrow gaps and a smaller font. */
  isDense?: boolean;
  /** Called on Enter or a click. */
  onOpen?: (item: Item) => void;
  /** The row whose drawer is open. */
  openId?: string | undefined;
  onHover?: (item: Item) => void;
  /** Called near the end of the rows, to load the next page. */
  onEnd?: () => void;
  isLoadingMore?: boolean;
  /** Set when no cell has state of its own, so that the elements of one list's rows can be reused for another list. */
  isRewritten?: boolean;
}

/** A table of any length that renders only the visible rows. J and K move, Enter opens, X selects. */
export function DataTable<Item extends { id: string }>(props: DataTableProps<Item>) {
  const { label, columns, rows, error, retry, empty, groupOf } = props;
  const w = useWords(tableWords);
  const scroller = useRef<HTMLDivElement>(null);
  const { before, keep } = useKept<{ offset: number; active: ActiveRow | null }>(`table ${label}`);
  const latest = useRef(props);
  const table = useReactTable({
    data: (rows as Item[] | undefined) ?? NONE,
    columns,
    getCoreRowModel: getCoreRowModel(),
    getRowId: (item) => item.id,
  });
  const all = table.getRowModel().rows;
  const lines = useMemo(() => linesOf(rows ?? NONE, groupOf), [rows, groupOf]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useDeferredValue(MORE_ROWS, 0),
    initialRect: { width: 0, height: window.innerHeight - AROUND_PX },
    initialOffset: before?.offset ?? 0,
  });
  const idAt = (line: Line | undefined) => (line && 'row' in line ? all[line.row]?.id : undefined);
  const shown = virtual.getVirtualItems().flatMap(({ index }) => idAt(lines[index]) ?? []);
  const placeOf = useRowPlaces(shown, props.isRewritten ?? false, scroller);
  const keys = useRowKeys(props, { virtual, scroller, lines, first: before?.active ?? null });
  latest.current = { ...props, ...opening(props, keys.markAs) };
  useEffect(() => keep({ offset: virtual.scrollOffset ?? before?.offset ?? 0, active: keys.active }));
  useMoreToSee(scroller, lines.length > 0);
  useNextPage(props, virtual.range?.endIndex ?? 0, lines.length);
  if (rows === undefined)
    return error ? <Failed error={error} {...(retry ? { retry } : {})} /> : <Loading lines={10} />;
  if (rows.length === 0) return empty;
  const widths = [
    ...(props.selection ? [props.isDense ? '30px' : '40px'] : []),
    ...columns.map(({ meta }) => meta?.width ?? 'minmax(90px, 1fr)'),
  ];
  const template = widths.join(' ');
  const minWidth = leastWidth(widths);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-dense={props.isDense || undefined}
      role="table"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      tabIndex={0}
    >
      <div className={classes.head} role="row" style={{ gridTemplateColumns: template, minWidth }}>
        {props.selection && (
          <div className={classes.cell} role="columnheader">
            <TickAll rows={rows} selection={props.selection} />
          </div>
        )}
        {table.getFlatHeaders().map((header) => (
          <HeaderCell key={header.id} header={header} sort={props.sort} onSort={props.onSort} />
        ))}
      </div>
      <div className={classes.body} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line && 'heading' in line)
            return <GroupHeading key={line.heading} text={line.heading} rowIndex={index + 2} top={start} />;
          const row = line && all[line.row];
          return row ? (
            <TableRow
              key={placeOf(row.id)}
              row={row}
              rowIndex={index + 2}
              top={start}
              height={ROW_PX}
              template={template}
              columns={columns}
              isActive={keys.index === line.row}
              isOpen={props.openId === row.id}
              isTicked={props.selection?.has(row.id)}
              table={latest}
            />
          ) : null;
        })}
      </div>
      {props.isLoadingMore && <div className={classes.more}>{w.more}</div>}
    </div>
  );
}

const NONE: never[] = [];

/** Opening a row with the mouse moves the keyboard position there. */
const opening = <Item extends { id: string }>({ onOpen }: DataTableProps<Item>, markAs: (id: string) => void) =>
  onOpen && {
    onOpen: (item: Item) => {
      markAs(item.id);
      onOpen(item);
    },
  };

/**
 * Below this width the table scrolls sideways. Set explicitly, because the head and each row are separate grids that
 * must have the same width.
 */
const leastWidth = (widths: readonly string[]): number =>
  widths.reduce((sum, width) => sum + Number(/\d+(?=px)/.exec(width)?.[0] ?? 0), 0);

function GroupHeading({ text, rowIndex, top }: { text: string; rowIndex: number; top: number }) {
  return (
    <div
      className={classes.group}
      role="row"
      aria-rowindex={rowIndex}
      style={{ transform: `translateY(${top}px)`, height: ROW_PX }}
    >
      <span role="cell">{text}</span>
    </div>
  );
}

function useNextPage<Item extends { id: string }>(
  { onEnd, isLoadingMore }: DataTableProps<Item>,
  lastShown: number,
  count: number,
) {
  useEffect(() => {
    if (onEnd && !isLoadingMore && count > 0 && lastShown >= count - 20) onEnd();
  }, [onEnd, isLoadingMore, lastShown, count]);
}
