import type { Transaction } from '../../prisma/client.ts';
import type { MessageToSettle } from '../messages/message-to-settle.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { takeCustomer } from './take-customer.ts';

/**
 * A message of a run was cancelled, because one of its invoices or the address changed before it left: the run asks once
 * more, so that what may still leave does, and what is paid or held by now is refused by name. Answers the new message, or null.
 */
export async function remakeRun(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const run = cancelled.runId ? await tx.run.findUnique({ where: { id: cancelled.runId } }) : null;
  if (!run) return null;
  const carried = { runId: run.id, messageId: cancelled.id };
  const items = await tx.runItem.findMany({ where: carried, select: { invoiceId: true } });
  await tx.runItem.updateMany({ where: carried, data: { state: 'waiting', messageId: null } });
  const actor = run.actor as unknown as Actor;
  const invoiceIds = items.map(({ invoiceId }) => invoiceId);
  const { reserved } = await takeCustomer(tx, { ...context, actor }, run, cancelled.customerId, invoiceIds);
  return reserved[0] ?? null;
}
