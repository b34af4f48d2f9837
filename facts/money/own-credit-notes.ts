import type { Transaction } from '../../prisma/client.ts';

/**
 * The credit notes that were made for this invoice: posted as a credit of it, with a dispute about it, or as what applies to it. They were
 * set against it at the instant at which they were stored; what was set against it from elsewhere existed before. Answers their ids.
 */
export async function ownCreditNotes(tx: Transaction, invoiceId: string): Promise<string[]> {
  const set = await tx.allocation.findMany({
    where: { invoiceId, creditNoteId: { not: null } },
    select: {
      creditNoteId: true,
      allocatedAt: true,
      creditNote: { select: { history: { where: { kind: 'created' }, select: { at: true } } } },
    },
  });
  return set.flatMap(({ creditNoteId, allocatedAt, creditNote }) => {
    const isOwn = creditNote?.history.some(({ at }) => at.getTime() === allocatedAt.getTime());
    return creditNoteId !== null && isOwn ? [creditNoteId] : [];
  });
}
