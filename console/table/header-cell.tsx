import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { flexRender, type Header } from '@tanstack/react-table';
import { memo } from 'react';
import classes from './data-table.module.css';

interface HeaderCellProps<Item> {
  header: Header<Item, unknown>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}

function DrawnHeader<Item>({ header, sort, onSort }: HeaderCellProps<Item>) {
  const { meta } = header.column.columnDef;
  const name = flexRender(header.column.columnDef.header, header.getContext());
  const isOn = meta?.sort !== undefined && sort?.replace(/^-/, '') === meta.sort;
  const isDown = sort?.startsWith('-') ?? false;
  const order = isOn ? (isDown ? 'descending' : 'ascending') : undefined;
  return (
    <div className={classes.cell} role="columnheader" data-align={meta?.align} aria-sort={order}>
      {meta?.sort && onSort ? (
        <button
          type="button"
          className={classes.sorter}
          onClick={() => onSort(isOn && !isDown ? `-${meta.sort ?? ''}` : (meta.sort ?? ''))}
        >
          {name}
          {isOn && (isDown ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
        </button>
      ) : (
        name
      )}
    </div>
  );
}

/** The heading of a column. When the API can sort by it, a button with an arrow for the current order. */
export const HeaderCell = memo(DrawnHeader) as typeof DrawnHeader;
