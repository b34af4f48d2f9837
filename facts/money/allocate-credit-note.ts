import type { Database } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import type { AllocationInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { readInvoices } from '../invoice-row.ts';
import { caseClosed, conflict, invalid, notFound } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { type CreditAnswer, creditAnswer } from './credit-answer.ts';
import { findDebts } from './find-debts.ts';
import { isAllocated } from './is-allocated.ts';
import { spendCreditNote } from './spend-credit-note.ts';

/**
 * Sets what is left of a credit note against an invoice of the same customer, up to the invoice's balance. A repeat
 * with the same `requestKey` takes nothing more.
 */
export async function allocateCreditNote(
  db: Database,
  context: FactContext,
  creditNoteId: string,
  input: AllocationInput,
  requestKey: string | null = null,
): Promise<FactOutcome<CreditAnswer>> {
  return db.$transaction(async (tx) => {
    const where = { id: creditNoteId, creditorId: context.creditorId };
    const found = await tx.invoice.findFirst({ where });
    if (!found) throw notFound();
    if (found.kind !== 'credit_note') throw conflict('not_a_credit_note', 'Only a credit note can be allocated.');
    await lockCustomers(tx, [found.customerId]);
    const note = await tx.invoice.findFirstOrThrow({ where });
    const named = [{ pointer: '/invoice_number', number: input.invoice_number }];
    const debt = (await findDebts(tx, context, named, note.currency)).get(input.invoice_number)!;
    if (debt.customerId !== note.customerId) {
      const detail = `${debt.number} is another customer's.`;
      throw invalid('other_customer', '/invoice_number', detail, "Give an invoice of the credit note's customer.");
    }
    if (await isAllocated(tx, context, requestKey)) {
      const telling = { signal: 'creditNoteIssued', data: { creditNoteId: note.id } } as const;
      const { customerId, currency } = note;
      const tellings = await tellUntold(
        tx,
        { OR: [{ id: debt.id }, { customerId, currency, closedAs: null }] },
        telling,
      );
      const rows = await readInvoices(tx, [debt.id]);
      return { answer: creditAnswer(note, rows), tellings, replayed: true, handedOver: [] };
    }
    if (note.closedAs === 'cancelled') throw caseClosed();
    if (input.amount_cents > -note.balanceCents) {
      const detail = `Only ${String(-note.balanceCents)} cents of this credit note are left.`;
      throw invalid('more_than_unallocated', '/amount_cents', detail, 'Allocate no more than that.');
    }
    const day = await readBusinessDay(tx, context);
    const handedOver = await readHandedOver(tx, [debt.id]);
    const spending = { invoiceId: debt.id, amountCents: input.amount_cents, requestKey };
    const spent = await spendCreditNote(tx, context, day, note, spending, { isNew: false });
    if (spent.takenCents === 0) throw caseClosed();
    return {
      answer: creditAnswer(spent.note, [spent.invoice!]),
      tellings: spent.tellings,
      replayed: false,
      handedOver,
    };
  });
}
