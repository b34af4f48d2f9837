import { ofOrigin } from '../domain/actions/action-origin.ts';
import type { StopCode } from '../domain/case/attention-codes.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { forgetAside } from './attention-aside.ts';
import { recordHistory } from './history.ts';
import type { FactContext } from './outcome.ts';
import { raiseVersion } from './raise-version.ts';

/** Open tasks that ask a person to look at a case. */
const ASKING = { ...ofOrigin('attention'), state: 'open' } as const satisfies Prisma.ActionWhereInput;

/**
 * A person has looked at the cases: they go on, and their attention tasks are done. Returns the ids of the invoices
 * that were waiting.
 */
export async function clearAttention(
  tx: Transaction,
  context: FactContext,
  invoiceIds: readonly string[],
): Promise<string[]> {
  const waiting = await waitingCases(tx, { id: { in: [...invoiceIds] }, attentionCode: { not: null } });
  const ids = waiting.map(({ id }) => id);
  await tx.invoice.updateMany({
    where: { id: { in: ids } },
    data: { attentionCode: null, attentionText: null, attentionAt: null },
  });
  await settleTasks(tx, context, ids, {});
  await tellCleared(tx, context, waiting);
  return ids;
}

/**
 * Clears these reasons for attention, because a provider has answered or a person has fixed the cause. A case that has
 * another open attention task goes on waiting for that one. Cases that wait for another reason are left alone, and
 * those that have ended do not ask for these reasons again when they go on.
 */
export async function clearAttentionFor(
  tx: Transaction,
  context: FactContext,
  invoices: Prisma.InvoiceWhereInput,
  codes: readonly StopCode[],
): Promise<void> {
  const waiting = await waitingCases(tx, { AND: [invoices, { attentionCode: { in: [...codes] } }] });
  const ids = waiting.map(({ id }) => id);
  await settleTasks(tx, context, ids, { attentionCode: { in: [...codes] } });
  for (const { id } of waiting) {
    const next = await tx.action.findFirst({
      where: { ...ASKING, invoices: { some: { invoiceId: id } } },
      orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    });
    await tx.invoice.update({
      where: { id },
      data: {
        attentionCode: next?.attentionCode ?? null,
        attentionText: next?.attentionText ?? null,
        attentionAt: next?.dueAt ?? null,
      },
    });
  }
  await forgetAside(tx, invoices, codes);
  await tellCleared(tx, context, waiting);
}

const waitingCases = (tx: Transaction, where: Prisma.InvoiceWhereInput) =>
  tx.invoice.findMany({ where, select: { id: true, customerId: true, attentionCode: true } });

async function settleTasks(
  tx: Transaction,
  context: FactContext,
  ids: readonly string[],
  which: Prisma.ActionWhereInput,
): Promise<void> {
  await tx.action.updateMany({
    where: { ...ASKING, ...which, invoices: { some: { invoiceId: { in: [...ids] } } } },
    data: { state: 'done', settledAt: context.at },
  });
}

async function tellCleared(
  tx: Transaction,
  context: FactContext,
  waiting: readonly { id: string; customerId: string; attentionCode: string | null }[],
): Promise<void> {
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
  await raiseVersion(
    tx,
    waiting.map(({ id }) => id),
  );
}
