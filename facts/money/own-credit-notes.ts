import type { Transaction } from '../../prisma/client.ts';

/** What was set against an invoice, and when what it came from was stored. */
interface Allocated {
  allocatedAt: Date;
  creditNote: { history: readonly { at: Date }[] } | null;
}

/**
 * Whether it comes of a credit note that was made for the invoice: posted as a credit of it, with a dispute about it, or as what applies
 * to it. It takes back what was never owed, and was set against it at the instant at which it was stored; what was set against it
 * from elsewhere existed before, and pays it.
 */
export const isOwnCredit = ({ allocatedAt, creditNote }: Allocated): boolean =>
  creditNote?.history.some(({ at }) => at.getTime() === allocatedAt.getTime()) ?? false;

/** The ids of the credit notes that were made for this invoice. */
export const ownCreditNotes = (tx: Transaction, invoiceId: string): Promise<string[]> => madeFor(tx, { invoiceId });

/** Whether this credit note was made for that invoice, and has ever taken something off it. */
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
