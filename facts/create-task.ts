import { v7 as uuidv7 } from 'uuid';
import type { ActionOrigin } from '../domain/actions/action-origin.ts';
import { toDateColumn } from '../prisma/dates.ts';
import type { Transaction } from '../prisma/client.ts';

/** Something for a person to do: a `to_do` action from `dueAt` on. */
export interface NewTask {
  /** Null for a task about nobody, which only a person can make. */
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
  /** For a task about a message: that message. */
  messageId?: string;
  /** For a task made by a person: the key of the request that made it. */
  requestKey?: string;
}

/** Writes the task and returns its id. Without an assignee it belongs to the customer's current collector. */
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
