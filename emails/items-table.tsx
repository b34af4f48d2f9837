import type { ReactNode } from 'react';
import type { ItemRow, ItemTable } from '../domain/tags/item-table.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { STYLES } from './email-styles.ts';
import { SafeLink } from './inlines.tsx';

/**
 * The columns of a mail: those of the letter without the invoice date. Days late and the amount billed are hidden on small
 * screens.
 */
const COLUMNS = [
  { key: 'number', align: 'left', className: '' },
  { key: 'dueOn', align: 'left', className: '' },
  { key: 'daysLate', align: 'right', className: 'wide' },
  { key: 'total', align: 'right', className: 'wide' },
  { key: 'balance', align: 'right', className: '' },
] as const;

/** The items as an HTML table that screen readers can read. */
export function ItemsTable({ table, labels }: { table: ItemTable; labels: Labels }): ReactNode {
  return (
    <table style={STYLES.table} cellPadding={0} cellSpacing={0}>
      <thead>
        <tr>
          {COLUMNS.map(({ key, align, className }) => (
            <th key={key} scope="col" align={align} className={`ink ${className}`} style={STYLES.head}>
              {labels[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <Row key={index} row={row} labels={labels} />
        ))}
      </tbody>
      <tfoot>
        {table.moreItems ? (
          <tr>
            <td colSpan={COLUMNS.length} className="muted" style={STYLES.cell}>
              {table.moreItems}
            </td>
          </tr>
        ) : null}
        <tr>
          <th scope="row" colSpan={2} align="left" className="ink" style={STYLES.total}>
            {table.totalLabel}
          </th>
          <td className="wide" colSpan={2} />
          <td align="right" className="ink" style={STYLES.total}>
            {table.total}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ row, labels }: { row: ItemRow; labels: Labels }): ReactNode {
  return (
    <tr>
      {COLUMNS.map(({ key, align, className }) => (
        <td key={key} align={align} className={`ink ${className}`} style={{ ...STYLES.cell, ...wrapping(key) }}>
          {key === 'number' && row.invoiceHref ? <SafeLink href={row.invoiceHref}>{row.number}</SafeLink> : row[key]}
          {key === 'number' && row.note ? <span className="muted" style={STYLES.note} children={row.note} /> : null}
          {key === 'balance' && row.paymentHref ? (
            <span style={{ display: 'block', fontSize: 12 }}>
              <SafeLink href={row.paymentHref}>{labels.payOnline}</SafeLink>
            </span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

/** Only the number may be broken, at any character; dates and amounts may not. */
function wrapping(key: string): { wordBreak?: 'break-word'; whiteSpace?: 'nowrap' } {
  return key === 'number' ? { wordBreak: 'break-word' } : { whiteSpace: 'nowrap' };
}
