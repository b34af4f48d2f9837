import { addDays } from '../../case/working-days.ts';
import { keptColumns, type MappedRow, type Mapping } from './mapped-file.ts';

/** The last day of the month of `on`. */
const monthEnd = (on: string): string => {
  const next = new Date(`${on.slice(0, 7)}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return addDays(next.toISOString().slice(0, 10), -1);
};

/**
 * The latest due date that two professionals may agree on (C. com. L441-10 I), computed as the API does: sixty days, or
 * forty-five days and the end of the month, in either order.
 */
export const latestDueOn = (issuedOn: string): string =>
  [addDays(issuedOn, 60), monthEnd(addDays(issuedOn, 45)), addDays(monthEnd(issuedOn), 45)].sort().at(-1)!;

const IS_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The lines of invoices due later than professionals may agree on. The file does not say which customers are
 * professionals.
 */
export function dueTooLate(mapping: Mapping, rows: readonly MappedRow[]): number[] {
  if (mapping.kind !== 'invoices') return [];
  const names = keptColumns(mapping).map(({ column }) => column.name);
  const [issued, due] = [names.indexOf('issued_on'), names.indexOf('due_on')];
  const kind = names.indexOf('kind');
  // A file can have 250,000 lines but only few different days.
  const latest = new Map<string, string>();
  const latestOf = (on: string): string => {
    const found = latest.get(on) ?? latestDueOn(on);
    latest.set(on, found);
    return found;
  };
  return rows.flatMap(({ line, cells }) => {
    const [issuedOn = '', dueOn = ''] = [cells[issued]?.text, cells[due]?.text];
    const isRead = IS_DAY.test(issuedOn) && IS_DAY.test(dueOn) && cells[kind]?.text !== 'credit_note';
    return isRead && dueOn > latestOf(issuedOn) ? [line] : [];
  });
}
