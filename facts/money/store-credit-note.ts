import { v7 as uuidv7 } from 'uuid';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import type { FactContext } from '../outcome.ts';

export type NewCreditNote = Pick<
  Prisma.InvoiceUncheckedCreateInput,
  | 'number'
  | 'externalId'
  | 'invoiceUrl'
  | 'paymentUrl'
  | 'caseReference'
  | 'mission'
  | 'reportStatus'
  | 'invoiceStatus'
  | 'referrerId'
  | 'notaryId'
> & {
  customerId: string;
  issuedOn: string;
  dueOn?: string | null | undefined;
  totalCents: number;
  currency: string;
  contentHash: string;
};

/** Stores an unused credit note. It has no ladder and no workflow, so nothing has to be told. */
export async function storeCreditNote(tx: Transaction, context: FactContext, note: NewCreditNote) {
  const { issuedOn, dueOn, ...rest } = note;
  const row = await tx.invoice.create({
    data: {
      ...rest,
      id: uuidv7(),
      creditorId: context.creditorId,
      kind: 'credit_note',
      issuedOn: toDateColumn(issuedOn),
      dueOn: dueOn ? toDateColumn(dueOn) : null,
      balanceCents: -note.totalCents,
      toldVersion: 1,
    },
  });
  await recordHistory(tx, context, [
    {
      customerId: note.customerId,
      invoiceId: row.id,
      kind: 'created',
      data: { number: note.number, amountCents: note.totalCents, currency: note.currency },
    },
  ]);
  return row;
}
