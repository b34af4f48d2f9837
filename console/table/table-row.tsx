import { Checkbox } from '@mantine/core';
import { flexRender, type Row } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { useWords } from '../words/words.ts';
import classes from './data-table.module.css';
import type { DataTableProps } from './data-table.tsx';
import { tableWords } from './table-words.ts';

interface TableRowProps<Item extends { id: string }> {
  row: Row<Item>;
  /** Its place among all lines of the table, the head being the first. */
  rowIndex: number;
  top: number;
  height: number;
  template: string;
  isActive: boolean;
  table: DataTableProps<Item>;
}

/** One row of a table, where the list puts it. */
export function TableRow<Item extends { id: string }>(props: TableRowProps<Item>) {
  const { row, rowIndex, top, height, template, isActive, table } = props;
  const w = useWords(tableWords);
  const { selection, onOpen, onHover, nameOf, openId } = table;
  const item = row.original;
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selection ? selection.has(item.id) : undefined}
      data-active={isActive || undefined}
      data-open={openId === item.id || undefined}
      data-row-id={item.id}
      style={{
        gridTemplateColumns: template,
        transform: `translateY(${top}px)`,
        height,
        cursor: onOpen ? 'pointer' : undefined,
      }}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button, a, input, label')) onOpen?.(item);
      }}
      onMouseEnter={() => onHover?.(item)}
      onMouseOver={sayWhatIsCut}
    >
      {selection && (
        <div className={classes.cell} role="cell">
          <Checkbox
            size="xs"
            aria-label={w.row(nameOf?.(item) ?? '')}
            checked={selection.has(item.id)}
            onChange={() => selection.toggle(item.id)}
          />
        </div>
      )}
      {row.getVisibleCells().map((cell) => (
        <div key={cell.id} className={classes.cell} role="cell" data-align={cell.column.columnDef.meta?.align}>
          <div className={classes.content}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</div>
        </div>
      ))}
    </div>
  );
}

/** What the column is too narrow for is told under the mouse. */
function sayWhatIsCut({ target }: MouseEvent) {
  const content = (target as HTMLElement).closest<HTMLElement>(`.${classes.content ?? ''}`);
  if (!content) return;
  const isCut = [content, ...content.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth);
  content.title = isCut ? (content.textContent ?? '') : '';
}
