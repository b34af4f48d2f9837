import { v7 as uuidv7 } from 'uuid';
import type { ActionOrigin } from '../domain/actions/action-origin.ts';
import { toDateColumn } from '../prisma/dates.ts';
import type { Transaction } from '../prisma/client.ts';

/** Something for a person to do. It is a `to_do` action from `dueAt` on. */
export interface NewTask {
  /** Null: about nobody, which only a person’s own task may be. */
  customerId: string | null;
  invoiceIds: readonly string[];
  kind: 'task' | 'call';
  origin: Exclude<ActionOrigin, 'step' | 'specific_action' | 'hand_letter'>;
  title: string;
  dueAt: Date;
  /** The local date of `dueAt`, `YYYY-MM-DD`. */
  dueOn: string;
  assigneeId?: string | null;
  reason?: string;
  attentionCode?: string;
  attentionText?: string;
  /** Of a task about a message: which. */
  messageId?: string;
  /** Of a person's own: which request made it. */
  requestKey?: string;
}

/** Writes the task and answers its id. Without an assignee it is the customer's collector's, whoever that is by then. */
export async function createTask(tx: Transaction, context: { creditorId: string }, task: NewTask): Promise<string> {
  const id = uuidv7();
  await tx.action.create({
    data: {
      id,
      creditorId: context.creditorId,
      customerId: task.customerId,
      kind: task.kind,
      mode: 'manual',
      origin: task.origin,
      title: task.title,
      dueAt: task.dueAt,
      dueOn: toDateColumn(task.dueOn),
      assigneeId: task.assigneeId ?? null,
      reason: task.reason ?? null,
      attentionCode: task.attentionCode ?? null,
      attentionText: task.attentionText ?? null,
      messageId: task.messageId ?? null,
      requestKey: task.requestKey ?? null,
    },
  });
  const invoiceIds = [...new Set(task.invoiceIds)];
  await tx.actionInvoice.createMany({ data: invoiceIds.map((invoiceId) => ({ actionId: id, invoiceId })) });
  return id;
}
