import type { Transaction } from '../../prisma/client.ts';
import { clearAttention } from '../clear-attention.ts';
import type { FactContext } from '../outcome.ts';
import { uncertainInvoices } from './uncertain-sending.ts';

/**
 * A person has looked at what this task asked, and its cases go on. A case that waits to know whether a message has
 * left goes on waiting. Returns the ids of the invoices that go on.
 */
export async function answerAttention(
  tx: Transaction,
  context: FactContext,
  actionId: string,
  invoiceIds: readonly string[],
): Promise<string[]> {
  const uncertain = await uncertainInvoices(tx, invoiceIds);
  const goingOn = invoiceIds.filter((id) => !uncertain.has(id));
  const done = { state: 'done', settledAt: context.at } as const;
  await tx.action.updateMany({ where: { id: actionId, state: 'open' }, data: done });
  return clearAttention(tx, context, goingOn);
}
