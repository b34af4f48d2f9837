import type { HistoryLine } from '../history.ts';

/** What a person did with a task, for the history of its invoice or its customer. One about nobody has no history that it would be in. */
export function linesOfTask(
  { customerId, invoiceId }: { customerId: string | null; invoiceId: string | null },
  /** `dueOn`: its local date, `YYYY-MM-DD`. Without an outcome it was planned. */
  data: { title: string; dueOn?: string; outcome?: 'changed' | 'deleted' },
): HistoryLine[] {
  return customerId === null ? [] : [{ customerId, invoiceId, kind: 'task', data }];
}
