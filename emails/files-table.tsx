import type { ReactNode } from 'react';
import type { FileColumn, FileTable } from '../domain/tags/file-table.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { STYLES } from './email-styles.ts';

const MOST_IN_ONE_PIECE = 24;

/** The case files of a statement as an HTML table that screen readers can read. */
export function FilesTable({ table, files }: { table: ItemTable; files: FileTable }): ReactNode {
  const { columns, rows } = files;
  return (
    <table style={STYLES.table} cellPadding={0} cellSpacing={0}>
      <thead>
        <tr>
          {columns.map(({ key, label, align }) => (
            <th key={key} scope="col" align={align} className="ink" style={STYLES.head} children={label} />
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
                className="ink"
                style={cellStyle(column, cells[at] ?? '')}
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

/** Names and very long texts may be broken; references, dates and amounts may not. */
function cellStyle({ key, align }: FileColumn, text: string) {
  const isName = key === 'customer_name' || key === 'mission';
  const isWhole = align === 'right' || (!isName && text.length <= MOST_IN_ONE_PIECE);
  return { ...STYLES.cell, ...(isWhole ? { whiteSpace: 'nowrap' as const } : { wordBreak: 'break-word' as const }) };
}
