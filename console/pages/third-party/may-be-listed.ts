import type { Role, UnpaidFile } from './unpaid-files.ts';

/** Of a pause: the debtor may not pay, and a notary is asked to. */
const UNPAYABLE: readonly unknown[] = ['insolvency', 'overindebtedness'];

/** Why a file may not stand in a statement to a third party of this role; null when it may. */
export function obstacleOf({ dunning, balance_cents }: UnpaidFile, role: Role): Obstacle | null {
  if (balance_cents <= 0) return 'paid';
  const kinds = dunning.holds.map(({ kind }) => kind);
  if (kinds.includes('litigation')) return 'litigation';
  if (kinds.includes('dispute')) return 'dispute';
  return role === 'notary' && dunning.holds.some(({ cause }) => UNPAYABLE.includes(cause)) ? 'unpayable' : null;
}

type Obstacle = 'litigation' | 'dispute' | 'paid' | 'unpayable';

/** Whether a file is past its due date: what is not may still be paid in time, and is not ticked with all the others. */
export const isOverdue = ({ days_late: daysLate }: Pick<UnpaidFile, 'days_late'>): boolean => (daysLate ?? 0) > 0;

/** The files that « tout cocher » takes of the rows shown: overdue, and such as may stand in a statement. */
export const tickedWithAll = (files: readonly UnpaidFile[], role: Role): UnpaidFile[] =>
  files.filter((file) => obstacleOf(file, role) === null && isOverdue(file));
