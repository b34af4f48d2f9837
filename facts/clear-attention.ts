import type { Transaction } from '../prisma/client.ts';
import { recordHistory } from './history.ts';
import type { FactContext } from './outcome.ts';
import { raiseVersion } from './raise-version.ts';

/**
 * A person has looked, or a provider has told what he was asked about: the cases go on, and their attention tasks are done.
 * Answers the invoices that were waiting.
 */
export async function clearAttention(
  tx: Transaction,
  context: FactContext,
  invoiceIds: readonly string[],
): Promise<string[]> {
  const waiting = await tx.invoice.findMany({
    where: { id: { in: [...invoiceIds] }, attentionCode: { not: null } },
    select: { id: true, customerId: true, attentionCode: true },
  });
  const ids = waiting.map((invoice) => invoice.id);
  await tx.invoice.updateMany({
    where: { id: { in: ids } },
    data: { attentionCode: null, attentionText: null, attentionAt: null },
  });
  await tx.action.updateMany({
    where: { origin: 'attention', state: 'open', invoices: { some: { invoiceId: { in: ids } } } },
    data: { state: 'done', settledAt: context.at },
  });
  const told = ['provider', 'system'].includes(context.actor.kind) ? { outcome: 'told' } : {};
  await recordHistory(
    tx,
    context,
    waiting.map(({ id, customerId, attentionCode }) => ({
      customerId,
      invoiceId: id,
      kind: 'attention',
      data: { code: attentionCode ?? undefined, cleared: true, ...told },
    })),
  );
  await raiseVersion(tx, ids);
  return ids;
}
