import { v7 as uuidv7 } from 'uuid';
import { earlyReversalTitle } from '../../domain/actions/task-titles.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import type { Payment } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import type { ReversalInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict, FactRefused } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import type { PaymentAnswer } from './payment-answer.ts';
import { reversePayment } from './reverse-payment.ts';

const DAY_MS = 86_400_000;
const TITLE_LENGTH = 200;

/**
 * Reverses a payment that may not have arrived yet, since a payment system's deliveries overtake one another. For an
 * unknown payment it keeps the reversal until the payment comes, makes a task for the next day and returns null. Only
 * for senders that are trusted about payments nobody has seen; an API key is not.
 */
export async function reverseNowOrLater(
  db: Database,
  context: FactContext,
  externalId: string,
  input: ReversalInput,
): Promise<FactOutcome<PaymentAnswer> | null> {
  for (;;) {
    try {
      return await reversePayment(db, context, { externalId }, input);
    } catch (error) {
      if (!(error instanceof FactRefused && error.kind === 'not_found')) throw error;
    }
    if (await storeOnce(db, (tx) => keep(tx, context, externalId, input))) return null;
  }
}

/** Keeps the reversal; returns false when the payment has arrived meanwhile. */
async function keep(tx: Transaction, context: FactContext, paymentExternalId: string, input: ReversalInput) {
  // Storing a payment looks for its reversal after the write: it waits here for this transaction, or has committed
  // before it.
  await tx.$executeRaw`LOCK TABLE "payments" IN SHARE MODE`;
  const { creditorId } = context;
  if (await tx.payment.findFirst({ where: { creditorId, externalId: paymentExternalId } })) return false;
  const known = await tx.earlyReversal.findFirst({
    where: { creditorId, OR: [{ paymentExternalId }, { externalId: input.external_id }] },
  });
  if (known) {
    refuseAnother(known, paymentExternalId, input);
    return true;
  }
  const reversed = await tx.payment.findFirst({ where: { creditorId, reversalExternalId: input.external_id } });
  if (reversed) throw otherContent();
  const { todayOn } = await readBusinessDay(tx, context);
  const taskId = await createTask(tx, context, {
    customerId: null,
    invoiceIds: [],
    kind: 'task',
    origin: 'task',
    title: earlyReversalTitle(paymentExternalId, input.reason).slice(0, TITLE_LENGTH),
    dueAt: new Date(context.at.getTime() + DAY_MS),
    dueOn: addDays(todayOn, 1),
  });
  await tx.earlyReversal.create({
    data: {
      id: uuidv7(),
      creditorId,
      paymentExternalId,
      externalId: input.external_id,
      reason: input.reason,
      receivedAt: context.at,
      taskId,
    },
  });
  return true;
}

function refuseAnother(
  known: { paymentExternalId: string; externalId: string; reason: string },
  paymentExternalId: string,
  input: ReversalInput,
): void {
  if (known.paymentExternalId !== paymentExternalId) throw otherContent();
  if (known.externalId !== input.external_id || known.reason !== input.reason)
    throw conflict('already_reversed', 'This payment was reversed before, by another reversal.');
}

const otherContent = () => conflict('other_content', 'Another reversal was posted under this external_id.');

/**
 * Takes the reversal that arrived before this payment, and deletes the task about it if it is still open. Null when
 * there is none.
 */
export async function takeEarlyReversal(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  payment: Pick<Payment, 'externalId' | 'customerId'>,
): Promise<ReversalInput | null> {
  const { creditorId } = context;
  const early = await tx.earlyReversal.findFirst({ where: { creditorId, paymentExternalId: payment.externalId } });
  if (!early) return null;
  await tx.earlyReversal.deleteMany({ where: { id: early.id } });
  const task = { id: early.taskId, creditorId };
  await tx.action.deleteMany({ where: { ...task, state: 'open' } });
  // The customer is known now, so that the bank's words in the task are erased with the customer's personal data.
  await tx.action.updateMany({ where: task, data: { customerId: payment.customerId } });
  return { external_id: early.externalId, reason: early.reason };
}
