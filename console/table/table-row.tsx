import type { CellContext, ColumnDef, Row } from '@tanstack/react-table';
import { memo, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { useWords } from '../words/words.ts';
import classes from './data-table.module.css';
import type { DataTableProps } from './data-table.tsx';
import { tableWords } from './table-words.ts';

interface TableRowProps<Item extends { id: string }> {
  row: Row<Item>;
  columns: readonly ColumnDef<Item>[];
  /** Index among all lines of the table; the head is the first. */
  rowIndex: number;
  top: number;
  height: number;
  template: string;
  isActive: boolean;
  /** Whether its drawer is open. */
  isOpen: boolean;
  /** Undefined when rows cannot be selected. */
  isTicked: boolean | undefined;
  /**
   * The latest props of the table, read when something happens, so that a row does not render again with every render
   * of the table.
   */
  table: RefObject<DataTableProps<Item>>;
}

function DrawnRow<Item extends { id: string }>(props: TableRowProps<Item>) {
  const { row, columns, rowIndex, top, height, template, isActive, isOpen, isTicked, table } = props;
  const w = useWords(tableWords);
  const item = row.original;
  const { onOpen, nameOf } = table.current;
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isTicked}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-row-id={item.id}
      // Tab reaches only the active row, and the controls in every row.
      tabIndex={isActive ? 0 : -1}
      style={{
        gridTemplateColumns: template,
        transform: `translateY(${top}px)`,
        height,
        cursor: onOpen ? 'pointer' : undefined,
      }}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button, a, input, label')) table.current.onOpen?.(item);
      }}
      onMouseEnter={() => table.current.onHover?.(item)}
      onMouseOver={sayWhatIsCut}
    >
      {isTicked !== undefined && (
        <div className={classes.cell} role="cell">
          <input
            type="checkbox"
            className={classes.tick}
            aria-label={w.row(nameOf?.(item) ?? '')}
            checked={isTicked}
            onChange={() => table.current.selection?.toggle(item.id)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} className={classes.cell} role="cell" data-align={column.meta?.align}>
          {cellOf(column, row)}
        </div>
      ))}
    </div>
  );
}

/** Our columns need only the row. TanStack's own rendering makes an object and a component for every cell. */
function cellOf<Item>({ cell }: ColumnDef<Item>, row: Row<Item>): ReactNode {
  return typeof cell === 'function' ? (cell({ row } as CellContext<Item, unknown>) as ReactNode) : cell;
}

/**
 * A row of a table at its position. Rendered again only when its content changes, not with every render of the table.
 */
export const TableRow = memo(DrawnRow, (before, now) =>
  (Object.keys(now) as (keyof typeof now)[]).every((name) =>
    name === 'row' ? before.row.original === now.row.original : before[name] === now[name],
  ),
) as typeof DrawnRow;

/** Shows the full text as a tooltip when the column is too narrow. */
function sayWhatIsCut({ target }: MouseEvent) {
  const cell = (target as HTMLElement).closest<HTMLElement>(`.${classes.cell ?? ''}`);
  if (!cell) return;
  const isCut = [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth);
  cell.title = isCut ? (cell.textContent ?? '') : '';
}
