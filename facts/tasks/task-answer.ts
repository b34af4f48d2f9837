import { ofOrigin } from '../../domain/actions/action-origin.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { sha256 } from '../content-hash.ts';

/** A task is an action that a person made, with the invoice it is about. */
const TASK = { invoices: { select: { invoiceId: true } } } as const;

export const OF_PERSONS = ofOrigin('task');

/** Tasks in the API's form. */
export async function readTasks(
  db: Database | Transaction,
  page: { where: object; orderBy?: object[]; take?: number },
): Promise<TaskAnswer[]> {
  const rows = await db.action.findMany({ ...page, where: { AND: [OF_PERSONS, page.where] }, include: TASK });
  return rows.map((row) => ({
    id: row.id,
    title: row.title ?? '',
    alert_at: row.dueAt.toISOString(),
    customer_id: row.customerId,
    invoice_id: row.invoices[0]?.invoiceId ?? null,
    assignee_id: row.assigneeId,
    state: row.state,
    comment: row.comment,
    created_at: row.createdAt.toISOString(),
  }));
}

export interface TaskAnswer extends Record<string, unknown> {
  id: string;
  title: string;
  alert_at: string;
  customer_id: string | null;
  invoice_id: string | null;
  assignee_id: string | null;
  state: 'open' | 'done' | 'skipped' | 'cancelled';
  comment: string | null;
  created_at: string;
}

/** The version that a PATCH names: a hash of the content, since tasks are few and small. */
export const versionOf = (task: TaskAnswer): string => sha256(JSON.stringify(task)).slice(0, 20);
