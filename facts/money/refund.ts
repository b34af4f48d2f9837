import { v7 as uuidv7 } from 'uuid';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { contentHash, isHashOf } from '../content-hash.ts';
import { recordHistory } from '../history.ts';
import type { RefundInput } from '../inputs/money.ts';
import { takeInvoice } from '../invoices/take-invoice.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { caseClosed, conflict, invalid } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { tellUntold } from '../tell-untold.ts';
import { type PaymentName, takePayment } from './find-payment.ts';
import { tellFreeMoney } from './free-money.ts';
import { type RefundAnswer, refundAnswer } from './refund-answer.ts';

/** The locked payment or credit note that a refund is paid from. `freeCents`: what is not allocated of it. */
interface Refundable {
  of: { paymentId: string } | { creditNoteId: string };
  customerId: string;
  currency: string;
  freeCents: number;
  said: { externalId?: string; creditNoteNumber?: string };
  /** Stores what is left, in cents. */
  keep: (leftCents: number) => Promise<unknown>;
}

/**
 * Records that unallocated money of a payment was paid back to the customer: it can no longer be allocated. The same
 * refund again returns where it stands; other content under its external id is a conflict.
 */
export async function refundPayment(
  db: Database,
  context: FactContext,
  name: PaymentName,
  input: RefundInput,
): Promise<FactOutcome<RefundAnswer>> {
  return storeOnce(db, async (tx) => {
    const payment = await takePayment(tx, context, name);
    const { id: paymentId, customerId, currency, unallocatedCents: freeCents } = payment;
    return store(tx, context, input, {
      ...{ of: { paymentId }, customerId, currency, freeCents, said: { externalId: payment.externalId } },
      keep: async (unallocatedCents) => {
        if (payment.reversedAt !== null) throw conflict('already_reversed', 'This payment was reversed.');
        await tx.payment.update({ where: { id: paymentId }, data: { unallocatedCents } });
      },
    });
  });
}

/** Records that what is left of a credit note, or part of it, was paid back, as `refundPayment` does for a payment. */
export async function refundCreditNote(
  db: Database,
  context: FactContext,
  creditNoteId: string,
  input: RefundInput,
): Promise<FactOutcome<RefundAnswer>> {
  return storeOnce(db, async (tx) => {
    const note = await takeInvoice(tx, context, creditNoteId);
    if (note.kind !== 'credit_note') throw conflict('not_a_credit_note', 'Only a credit note can be refunded.');
    const { customerId, currency } = note;
    return store(tx, context, input, {
      ...{ of: { creditNoteId }, customerId, currency, freeCents: -note.balanceCents },
      said: { creditNoteNumber: note.number },
      keep: async (leftCents) => {
        if (note.closedAs === 'cancelled') throw caseClosed();
        const spent = leftCents === 0 ? { closedAs: 'paid' as const, closedAt: context.at } : {};
        await tx.invoice.update({ where: { id: note.id }, data: { balanceCents: 0 - leftCents, ...spent } });
      },
    });
  });
}

async function store(tx: Transaction, context: FactContext, input: RefundInput, from: Refundable) {
  const { customerId, currency, freeCents, of } = from;
  const content = { ...of, ...input };
  const where = { creditorId: context.creditorId, externalId: input.external_id };
  const known = await tx.refund.findFirst({ where });
  const telling = { signal: 'invoiceChanged', data: { ...of, refunded: true } } as const;
  if (known) {
    if (!isHashOf(known.contentHash, content))
      throw conflict('other_content', 'Another refund was posted under this external_id.');
    const tellings = await tellUntold(tx, { customerId, currency, closedAs: null }, telling);
    return { answer: refundAnswer(known, freeCents), tellings, replayed: true, handedOver: [] };
  }
  const leftCents = freeCents - input.amount_cents;
  if (leftCents < 0) {
    const detail = `Only ${String(freeCents)} cents of it are not allocated.`;
    throw invalid('more_than_unallocated', '/amount_cents', detail, 'Refund no more than that.');
  }
  await from.keep(leftCents);
  const row = await tx.refund.create({
    data: {
      ...{ id: uuidv7(), ...where, ...of, contentHash: contentHash(content), recordedAt: context.at },
      ...{ amountCents: input.amount_cents, paidOn: toDateColumn(input.paid_on), reason: input.reason ?? null },
    },
  });
  const data = {
    ...{ ...from.said, amountCents: row.amountCents, unallocatedCents: leftCents, currency },
    ...{ refundExternalId: row.externalId, paidOn: fromDateColumn(row.paidOn), reason: row.reason ?? undefined },
  };
  const invoiceId = row.creditNoteId;
  await recordHistory(tx, context, [{ customerId, invoiceId, kind: 'refunded', data }]);
  const tellings = await tellFreeMoney(tx, { customerId, currency, except: [] }, telling);
  return { answer: refundAnswer(row, leftCents), tellings, replayed: false, handedOver: [] };
}
