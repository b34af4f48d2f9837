import type { HistoryLine } from '../history.ts';

/** The history line of what a person did with a task, for its invoice or customer. A task about nobody has none. */
export function linesOfTask(
  { customerId, invoiceId }: { customerId: string | null; invoiceId: string | null },
  /** `dueOn`: the task's local date, `YYYY-MM-DD`. No outcome means that it was planned. */
  data: { title: string; dueOn?: string; outcome?: 'changed' | 'deleted' },
): HistoryLine[] {
  return customerId === null ? [] : [{ customerId, invoiceId, kind: 'task', data }];
}
