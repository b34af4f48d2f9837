import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import { readInvoices } from '../invoice-row.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { type CreditAnswer, creditAnswer } from './credit-answer.ts';
import { spendCreditNote } from './spend-credit-note.ts';

/**
 * A credit that settles a dispute was stored before. If it is still set against the invoice nothing changes; if it was
 * taken off, it is set against it again. Refuses a cancelled one, and one with less left than it has to settle.
 * Everything is locked by the caller.
 */
export async function setKnownCredit(
  tx: Transaction,
  context: FactContext,
  known: FactOutcome<CreditAnswer>,
  invoiceId: string,
  amountCents: number,
): Promise<FactOutcome<CreditAnswer>> {
  const noteId = known.answer.id;
  const standing = { creditNoteId: noteId, invoiceId, reversedAt: null };
  if ((await tx.allocation.count({ where: standing })) > 0) return known;
  const rows = await readInvoices(tx, [noteId, invoiceId]);
  const note = rows.find(({ id }) => id === noteId)!;
  const invoice = rows.find(({ id }) => id === invoiceId)!;
  if (note.closedAs === 'cancelled')
    throw conflict('credit_cancelled', `The credit note ${note.number} is cancelled: record another.`);
  if (-note.balanceCents < Math.min(amountCents, invoice.balanceCents))
    throw conflict('credit_not_set', `The credit note ${note.number} is set against other invoices: take it off them.`);
  const day = await readBusinessDay(tx, context);
  const handedOver = await readHandedOver(tx, [invoiceId]);
  const spent = await spendCreditNote(tx, context, day, note, { invoiceId, amountCents }, { isNew: false });
  return { answer: creditAnswer(spent.note, [spent.invoice!]), tellings: spent.tellings, replayed: false, handedOver };
}
