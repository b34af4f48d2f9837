import type { Role, UnpaidFile } from './unpaid-files.ts';

/** Causes of a pause for which the law forbids the debtor to pay. A notary would be asked to pay. */
const UNPAYABLE: readonly unknown[] = ['insolvency', 'overindebtedness'];

/** Why a file cannot be in a statement to a third party of this role; null when it can. */
export function obstacleOf({ dunning, balance_cents }: UnpaidFile, role: Role): Obstacle | null {
  if (balance_cents <= 0) return 'paid';
  const kinds = dunning.holds.map(({ kind }) => kind);
  if (kinds.includes('litigation')) return 'litigation';
  if (kinds.includes('dispute')) return 'dispute';
  return role === 'notary' && dunning.holds.some(({ cause }) => UNPAYABLE.includes(cause)) ? 'unpayable' : null;
}

type Obstacle = 'litigation' | 'dispute' | 'paid' | 'unpayable';

/** Whether a file is past its due date. Others may still be paid in time, so "select all" leaves them out. */
export const isOverdue = ({ days_late: daysLate }: Pick<UnpaidFile, 'days_late'>): boolean => (daysLate ?? 0) > 0;

/** The files that « tout cocher » selects among the rows shown: overdue, and allowed in a statement. */
export const tickedWithAll = (files: readonly UnpaidFile[], role: Role): UnpaidFile[] =>
  files.filter((file) => obstacleOf(file, role) === null && isOverdue(file));
