import type { UnpaidFile } from './unpaid-files.ts';

/** Why a file may not stand in a statement; null when it may. */
export function obstacleOf({ dunning, balance_cents }: UnpaidFile): 'litigation' | 'dispute' | 'paid' | null {
  if (balance_cents <= 0) return 'paid';
  const kinds = dunning.holds.map(({ kind }) => kind);
  return kinds.includes('litigation') ? 'litigation' : kinds.includes('dispute') ? 'dispute' : null;
}

/** Whether it is past its due date: what is not may still be paid in time, and is not ticked with all the others. */
export const isOverdue = ({ days_late: daysLate }: Pick<UnpaidFile, 'days_late'>): boolean => (daysLate ?? 0) > 0;

/** Those that « tout cocher » takes of the rows shown: overdue, and such as may stand in a statement. */
export const tickedWithAll = (files: readonly UnpaidFile[]): UnpaidFile[] =>
  files.filter((file) => obstacleOf(file) === null && isOverdue(file));
