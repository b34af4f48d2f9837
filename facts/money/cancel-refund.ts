import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { recordHistory } from '../history.ts';
import type { ReasonInput } from '../inputs/invoice.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { tellFreeMoney } from './free-money.ts';
import { type RefundAnswer, refundAnswer } from './refund-answer.ts';

/**
 * Cancels a refund that did not take place (wrong account, entered by mistake): the money is the customer's to allocate
 * again. Repeating it changes nothing. Refused when the payment was reversed since.
 */
export async function cancelRefund(
  db: Database,
  context: FactContext,
  externalId: string,
  { reason }: ReasonInput,
): Promise<FactOutcome<RefundAnswer>> {
  return db.$transaction(async (tx) => {
    const where = { creditorId: context.creditorId, externalId };
    const found = await read(tx, where);
    const source = found?.payment ?? found?.creditNote;
    if (!source) throw notFound();
    const { customerId, currency } = source;
    await lockCustomers(tx, [customerId]);
    const refund = (await read(tx, where))!;
    const freeCents = refund.payment?.unallocatedCents ?? -(refund.creditNote?.balanceCents ?? 0);
    const telling = { signal: 'invoiceChanged', data: { refundId: refund.id } } as const;
    if (refund.cancelledAt !== null) {
      const tellings = await tellUntold(tx, { customerId, currency, closedAs: null }, telling);
      return { answer: refundAnswer(refund, freeCents), tellings, replayed: true, handedOver: [] };
    }
    const leftCents = freeCents + refund.amountCents;
    await giveAgain(tx, refund, leftCents);
    const row = await tx.refund.update({
      where: { id: refund.id },
      data: { cancelledAt: context.at, cancelledReason: reason },
    });
    const data = { ...whichOf(refund), unallocatedCents: leftCents, currency, reason };
    const invoiceId = row.creditNoteId;
    await recordHistory(tx, context, [{ customerId, invoiceId, kind: 'refund_cancelled', data }]);
    const tellings = await tellFreeMoney(tx, { customerId, currency, except: [] }, telling);
    return { answer: refundAnswer(row, leftCents), tellings, replayed: false, handedOver: [] };
  });
}

/** Identifies the refund in history, since a payment may have several. */
const whichOf = ({ externalId, amountCents, paidOn, payment, creditNote }: FoundRefund) => ({
  ...{ refundExternalId: externalId, amountCents, paidOn: fromDateColumn(paidOn) },
  ...(payment ? { externalId: payment.externalId } : {}),
  ...(creditNote ? { creditNoteNumber: creditNote.number } : {}),
});

type FoundRefund = NonNullable<Awaited<ReturnType<typeof read>>>;
const read = (tx: Transaction, where: { creditorId: string; externalId: string }) =>
  tx.refund.findFirst({ where, include: { payment: true, creditNote: true } });

async function giveAgain(
  tx: Transaction,
  { payment, creditNote }: FoundRefund,
  unallocatedCents: number,
): Promise<void> {
  if (payment?.reversedAt) throw conflict('already_reversed', 'This payment was reversed.');
  if (payment) await tx.payment.update({ where: { id: payment.id }, data: { unallocatedCents } });
  const data = { balanceCents: -unallocatedCents, closedAs: null, closedAt: null, closedReason: null };
  if (creditNote) await tx.invoice.update({ where: { id: creditNote.id }, data });
}
