import { disputeTitle } from '../../domain/actions/task-titles.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import { instantAt } from '../../domain/calendar/local-time.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { type BusinessDay, readBusinessDay } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { DisputeInput } from '../inputs/holds.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { type DisputeAnswer, disputeAnswer, type HoldRow } from './hold-answer.ts';
import { type OpenCase, takeKnownCase, tellAgain } from './open-case.ts';
import { reviewKey } from './review-task.ts';
import { startHold } from './start-hold.ts';

/** Days until a dispute is reviewed, unless a day is given. */
const REVIEW_DAYS = 15;

/**
 * The customer disputes all or part of the invoice: the whole invoice is held until the dispute is resolved, and a task
 * to review it is created. The same dispute, while it is in force, is returned and not stored twice.
 */
export async function openDispute(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: DisputeInput,
): Promise<FactOutcome<DisputeAnswer>> {
  return db.$transaction((tx) => storeDispute(tx, context, invoiceId, input));
}

/** Opens a dispute as `openDispute` does, within a transaction of the caller that stores more. */
export async function storeDispute(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  input: DisputeInput,
): Promise<FactOutcome<DisputeAnswer>> {
  const invoice = await takeKnownCase(tx, context, invoiceId);
  const handedOver = await readHandedOver(tx, [invoiceId]);
  const standing = invoice.holds.find((hold) => hold.kind === 'dispute' && isSame(hold, input));
  if (standing) {
    const telling = { invoiceId, signal: 'disputeOpened', data: { holdId: standing.id } } as const;
    return { answer: disputeAnswer(standing), tellings: tellAgain(invoice, telling), replayed: true, handedOver };
  }
  const day = await readBusinessDay(tx, context);
  await refuse(tx, context, invoice, day, input);
  const reviewOn = input.review_on ?? addDays(day.todayOn, REVIEW_DAYS);
  const hold = await startHold(tx, context, invoice, {
    kind: 'dispute',
    reason: input.reason,
    comment: input.comment || null,
    amountCents: input.amount_cents ?? null,
    reviewOn: toDateColumn(reviewOn),
    ownerId: input.owner_id ?? null,
  });
  await createReview(tx, context, invoice, day, hold, reviewOn);
  const data = { holdId: hold.id, amountCents: input.amount_cents ?? undefined, currency: invoice.currency };
  await recordHistory(tx, context, [
    {
      customerId: invoice.customerId,
      invoiceId,
      kind: 'dispute',
      data: { ...data, reason: input.reason, comment: input.comment ?? undefined },
    },
  ]);
  return {
    answer: disputeAnswer(hold),
    tellings: [{ invoiceId, signal: 'disputeOpened', data }],
    replayed: false,
    handedOver,
  };
}

/** A repeat without a review day is the same dispute, whatever review day it has. */
function isSame(hold: HoldRow, input: DisputeInput): boolean {
  return (
    hold.reason === input.reason &&
    hold.comment === (input.comment || null) &&
    hold.amountCents === (input.amount_cents ?? null) &&
    hold.ownerId === (input.owner_id ?? null) &&
    (!input.review_on || (hold.reviewOn !== null && fromDateColumn(hold.reviewOn) === input.review_on))
  );
}

async function refuse(tx: Transaction, context: FactContext, invoice: OpenCase, day: BusinessDay, input: DisputeInput) {
  if (input.amount_cents && input.amount_cents > invoice.totalCents) {
    const detail = `More is disputed than the invoice's ${String(invoice.totalCents)} cents.`;
    throw invalid('amount_too_high', '/amount_cents', detail, 'Give the part of the invoice that is contested.');
  }
  if (input.review_on && input.review_on < day.todayOn) {
    const detail = `The day of the review is before today, ${day.todayOn}.`;
    throw invalid('day_is_past', '/review_on', detail, 'Give today or a later day.');
  }
  if (!input.owner_id) return;
  const owner = await tx.user.findFirst({ where: { id: input.owner_id, creditorId: context.creditorId } });
  if (!owner) throw invalid('unknown_user', '/owner_id', 'There is no such user.', 'Give the id of a user.');
}

async function createReview(
  tx: Transaction,
  context: FactContext,
  invoice: OpenCase,
  day: BusinessDay,
  hold: { id: string; ownerId: string | null; reason: string },
  reviewOn: string,
): Promise<void> {
  const id = await createTask(tx, context, {
    customerId: invoice.customerId,
    invoiceIds: [invoice.id],
    kind: 'task',
    origin: 'dispute_review',
    title: disputeTitle(invoice.number),
    dueAt: new Date(instantAt(reviewOn, day.settings.sendHour, day.settings.timeZone)),
    dueOn: reviewOn,
    assigneeId: hold.ownerId,
    reason: hold.reason,
  });
  await tx.action.update({ where: { id }, data: { groupKey: reviewKey(hold.id) } });
}
