import { localDate } from '../../domain/calendar/local-time.ts';
import { erasableFrom } from '../../domain/erasure/retention.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { FactContext } from '../outcome.ts';
import { conflict, FactRefused } from '../refused.ts';

/** A provider reports on a mail for some days after it was sent, and a bounce names the address. */
const REPORTED_WITHIN_MS = 7 * 24 * 3600 * 1000;

/** All messages about a customer: those to the customer, and statements that list one of the customer's cases. */
export const aboutCustomer = (customerId: string): Prisma.MessageWhereInput => ({
  OR: [{ customerId }, { items: { some: { invoice: { customerId } } } }],
});

/**
 * Why a customer cannot be erased yet, as a refusal; null when nothing prevents it. Call it under the customer's lock.
 */
export async function obstacleToErasure(
  tx: Transaction,
  context: FactContext,
  customerId: string,
): Promise<FactRefused | null> {
  const [cases, notes, payments, messages, actions] = await Promise.all([
    tx.invoice.count({ where: { customerId, kind: 'invoice', closedAs: null } }),
    tx.invoice.count({ where: { customerId, kind: 'credit_note', closedAs: null, balanceCents: { not: 0 } } }),
    tx.payment.count({ where: { customerId, reversedAt: null, unallocatedCents: { gt: 0 } } }),
    tx.message.count({ where: { AND: [aboutCustomer(customerId), onTheWay(context.at)] } }),
    tx.action.count({ where: { customerId, state: 'open' } }),
  ]);
  if (cases > 0) return conflict('case_open', 'A case of this customer is open: it has to end first.');
  if (notes + payments > 0)
    return conflict('money_unallocated', 'Money of this customer is set against nothing: allocate or refund it first.');
  if (messages > 0)
    return conflict('message_on_its_way', 'A message about this customer is on its way, or its outcome is not known.');
  if (actions > 0)
    return conflict('action_open', 'Something is still to be done about this customer: complete or delete it first.');
  return retention(tx, context, customerId);
}

const onTheWay = (at: Date): Prisma.MessageWhereInput => ({
  OR: [
    { status: { in: ['reserved', 'rendered', 'sending', 'ambiguous'] } },
    { nextTryAt: { not: null } },
    { followAt: { not: null } },
    { sentAt: { gt: new Date(at.getTime() - REPORTED_WITHIN_MS) } },
  ],
});

/** Refunds to a customer, from payments and from credit notes. */
export const refundsTo = (customerId: string): Prisma.RefundWhereInput => ({
  OR: [{ payment: { customerId } }, { creditNote: { customerId } }],
});

/**
 * The retention period counts from the last accounting event: a case that ended, or money received, reversed or paid
 * back.
 */
async function retention(tx: Transaction, context: FactContext, customerId: string): Promise<FactRefused | null> {
  const { settings, todayOn } = await readBusinessDay(tx, context);
  const [cases, money, refunds] = await Promise.all([
    tx.invoice.aggregate({ where: { customerId }, _max: { closedAt: true } }),
    tx.payment.aggregate({ where: { customerId }, _max: { receivedAt: true, reversedAt: true } }),
    tx.refund.aggregate({ where: refundsTo(customerId), _max: { recordedAt: true } }),
  ]);
  const pieces = [cases._max.closedAt, money._max.receivedAt, money._max.reversedAt, refunds._max.recordedAt];
  const instants = pieces.flatMap((at) => (at === null ? [] : [at.toISOString()]));
  const last = instants.toSorted().at(-1);
  const fromOn = erasableFrom(last === undefined ? null : localDate(last, settings.timeZone), settings.retentionYears);
  if (fromOn === null || todayOn >= fromOn) return null;
  const detail = `What is known of this customer is to be kept until ${fromOn}.`;
  const fix = 'Erase him on that day, or let the settings keep for fewer years.';
  return new FactRefused('conflict', 'retention_running', detail, [{ pointer: '', detail, fix }]);
}
