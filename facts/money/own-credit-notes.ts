import type { Transaction } from '../../prisma/client.ts';

/** An allocation, and when its credit note was stored. */
interface Allocated {
  allocatedAt: Date;
  creditNote: { history: readonly { at: Date }[] } | null;
}

/**
 * True when the allocation comes from a credit note made for the invoice: posted as its credit, with its dispute, or
 * applied to it. Such a note takes back what was never owed, and was allocated at the instant at which it was stored; a
 * note from elsewhere existed before and pays the invoice.
 */
export const isOwnCredit = ({ allocatedAt, creditNote }: Allocated): boolean =>
  creditNote?.history.some(({ at }) => at.getTime() === allocatedAt.getTime()) ?? false;

/** The ids of the credit notes that were made for this invoice. */
export const ownCreditNotes = (tx: Transaction, invoiceId: string): Promise<string[]> => madeFor(tx, { invoiceId });

/** True when this credit note was made for that invoice and was ever set against it. */
export const isMadeFor = async (tx: Transaction, creditNoteId: string, invoiceId: string): Promise<boolean> =>
  (await madeFor(tx, { invoiceId, creditNoteId })).length > 0;

async function madeFor(tx: Transaction, of: { invoiceId: string; creditNoteId?: string }): Promise<string[]> {
  const set = await tx.allocation.findMany({
    where: { creditNoteId: { not: null }, ...of },
    select: {
      creditNoteId: true,
      allocatedAt: true,
      creditNote: { select: { history: { where: { kind: 'created' }, select: { at: true } } } },
    },
  });
  return set.flatMap((one) => (one.creditNoteId !== null && isOwnCredit(one) ? [one.creditNoteId] : []));
}
