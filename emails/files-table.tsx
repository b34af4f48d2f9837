import type { ReactNode } from 'react';
import type { FileColumn, FileTable } from '../domain/tags/file-table.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { STYLES } from './email-styles.ts';

/** The case files of a statement, a true table for screen readers. */
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
                style={cellStyle(column)}
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

/** References and names may be broken; dates and amounts stay in one piece. */
function cellStyle({ key, align }: FileColumn) {
  const isWhole = align === 'right' || key === 'issued_on' || key === 'due_on';
  return { ...STYLES.cell, ...(isWhole ? { whiteSpace: 'nowrap' as const } : { wordBreak: 'break-word' as const }) };
}
