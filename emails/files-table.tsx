import type { ReactNode } from 'react';
import type { StatementColumn } from '../domain/reminder-content.ts';
import type { FileColumn, FileTable } from '../domain/tags/file-table.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { STYLES } from './email-styles.ts';

const MOST_IN_ONE_PIECE = 24;
/** With more columns the text is smaller, so that names keep a readable width. */
const MOST_AT_FULL_SIZE = 5;

/** Columns that a small screen shows: of each line the first that the statement has. */
const ON_A_PHONE: readonly (readonly StatementColumn[])[] = [
  ['case_reference', 'invoice_number'],
  ['customer_name'],
  ['balance', 'total'],
];

/**
 * The case files of a statement as an HTML table that screen readers can read. A small screen shows only whose file it is
 * and what is due; the attached letter has all columns.
 */
export function FilesTable({ table, files }: { table: ItemTable; files: FileTable }): ReactNode {
  const { columns, rows } = files;
  const classOf = classesOf(columns);
  const size = columns.length > MOST_AT_FULL_SIZE ? { padding: '8px 4px', fontSize: 12 } : {};
  return (
    <table style={STYLES.table} cellPadding={0} cellSpacing={0}>
      <thead>
        <tr>
          {columns.map(({ key, label, align }) => (
            <th
              key={key}
              scope="col"
              align={align}
              className={classOf(key)}
              style={{ ...STYLES.head, ...size }}
              children={label}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>
            {columns.map((column, at) => (
              <td
                key={column.key}
                align={column.align}
                className={classOf(column.key)}
                style={{ ...cellStyle(column, cells[at] ?? ''), ...size }}
                children={cells[at]}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {table.moreItems ? (
          <tr>
            <td colSpan={columns.length} className="muted" style={STYLES.cell} children={table.moreItems} />
          </tr>
        ) : null}
        <tr>
          <td colSpan={columns.length} align="right" className="ink" style={STYLES.total}>
            {table.totalLabel} {table.total}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function classesOf(columns: readonly FileColumn[]): (key: StatementColumn) => string {
  const keys = columns.map(({ key }) => key);
  const kept = ON_A_PHONE.flatMap((line) => line.find((key) => keys.includes(key)) ?? []);
  // A statement whose columns are all others shows them all.
  return (key) => (kept.length === 0 || kept.includes(key) ? 'ink' : 'ink wide');
}

/** Names are broken between their words, references, dates and amounts are not; only what is too long is broken anywhere. */
function cellStyle({ key, align }: FileColumn, text: string) {
  const isName = key === 'customer_name' || key === 'mission';
  const isWhole = align === 'right' || (!isName && text.length <= MOST_IN_ONE_PIECE);
  if (isWhole) return { ...STYLES.cell, whiteSpace: 'nowrap' as const };
  const isTooLong = text.split(/[\s-]/u).some((word) => word.length > MOST_IN_ONE_PIECE);
  return isTooLong ? { ...STYLES.cell, wordBreak: 'break-word' as const } : STYLES.cell;
}
