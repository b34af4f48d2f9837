import type { Database } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import type { AllocationReversalInput } from '../inputs/money.ts';
import { takeInvoice } from '../invoices/take-invoice.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { type CreditAnswer, creditAnswer } from './credit-answer.ts';
import { findDebts } from './find-debts.ts';
import { tellFreeMoney } from './free-money.ts';
import { takeOffInvoice } from './take-off-invoice.ts';

/**
 * Takes a credit note off an invoice that it was set against by mistake: it is free again, and the invoice owes that
 * amount again. An unused credit note can then be cancelled. Repeating it changes nothing.
 */
export async function takeCreditNoteOffInvoice(
  db: Database,
  context: FactContext,
  creditNoteId: string,
  input: AllocationReversalInput,
): Promise<FactOutcome<CreditAnswer>> {
  return db.$transaction(async (tx) => {
    const note = await takeInvoice(tx, context, creditNoteId);
    if (note.kind !== 'credit_note') throw conflict('not_a_credit_note', 'Only a credit note can be allocated.');
    const { customerId, currency } = note;
    const named = [{ pointer: '/invoice_number', number: input.invoice_number }];
    const { id: invoiceId } = (await findDebts(tx, context, named, currency)).get(input.invoice_number)!;
    const back = { reason: input.reason, said: { creditNoteNumber: note.number } };
    const { invoice, amountCents } = await takeOffInvoice(tx, context, { creditNoteId, invoiceId }, back);
    const telling = { signal: 'invoiceChanged', data: { creditNoteId, amountCents, currency } } as const;
    if (amountCents === 0) {
      const where = { OR: [{ id: invoiceId }, { customerId, currency, closedAs: null }] };
      const tellings = await tellUntold(tx, where, telling);
      return { answer: creditAnswer(note, [invoice]), tellings, replayed: true, handedOver: [] };
    }
    const after = await tx.invoice.update({
      where: { id: note.id },
      data: { balanceCents: note.balanceCents - amountCents, closedAs: null, closedAt: null, closedReason: null },
    });
    const data = { amountCents, currency, invoiceNumber: invoice.number, creditNoteNumber: note.number };
    await recordHistory(tx, context, [
      { customerId, invoiceId: note.id, kind: 'allocation_reversed', data: { ...data, reason: input.reason } },
    ]);
    const others = await tellFreeMoney(tx, { customerId, currency, except: [invoiceId] }, telling);
    const tellings = [{ invoiceId, ...telling }, ...others];
    return { answer: creditAnswer(after, [invoice]), tellings, replayed: false, handedOver: [] };
  });
}
