import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt } from '../business-calendar.ts';
import { stampCall } from '../calls/stamp-call.ts';
import { type HistoryLine, recordHistory } from '../history.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import { obstacleTo } from '../messages/addressing/obstacle.ts';
import type { Renderers } from '../messages/drawing/render-message.ts';
import type { ActionToSend, StepToSend } from '../messages/reserving/reserve-action.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { invalid } from '../refused.ts';
import type { Completed } from './complete-action.ts';
import { changedBy } from './decision.ts';
import { finishSteps } from './finish-steps.ts';
import { keepPostedLetter } from './keep-posted-letter.ts';
import { checkPostedOn, postedAt } from './post-letter.ts';

/**
 * Marks the steps as done on their day; their level is reached. A planned call is recorded like an unplanned one, with
 * its outcome and as the last call with the customer. A letter is kept when the person says when it was posted, under
 * which number, or with which words.
 */
export async function completeSteps(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  input: CompleteInput,
  todayOn: string,
  renderers: Renderers | null,
): Promise<Completed> {
  const dueOn = localDayAt(action.customer.creditor, action.dueAt);
  const on = input.posted_on ?? todayOn;
  checkPostedOn(on, { earliestOn: dueOn < todayOn ? dueOn : todayOn, todayOn });
  const at = on === todayOn ? context.at : await doneAt(tx, action, on);
  await refuseWithoutConsent(tx, action, at);
  const { posted_on: postedOn, registered_number: number, subject, body_html: body, comment } = input;
  if (renderers && (postedOn ?? number ?? subject ?? body) !== undefined) {
    const posted = { at, postedOn: on, number: number ?? null, comment };
    const kept = await keepPostedLetter(
      tx,
      context,
      action,
      { posted, words: { subject, body_html: body } },
      renderers,
    );
    if (kept) return kept;
  }
  const finish = { outcome: 'completed', state: 'done', reason: input.comment ?? null, on, at } as const;
  const invoiceIds = await finishSteps(tx, context, action, finish);
  await tx.action.update({
    where: { id: action.id },
    data: {
      ...(postedOn ? { postedOn: toDateColumn(postedOn) } : {}),
      ...(number ? { registeredNumber: number } : {}),
    },
  });
  const isCall = action.kind === 'call';
  const { customerId } = action;
  const lines = action.openSteps.map((step): HistoryLine<'call' | 'completed'> => ({
    ...{ customerId, invoiceId: step.invoiceId },
    ...(isCall ? called(step, input) : done(step, input, on)),
  }));
  await recordHistory(tx, context, lines);
  const reachedIds = action.openSteps.map(({ invoiceId }) => invoiceId);
  if (isCall) await stampCall(tx, reachedIds, { on, outcome: input.outcome });
  await raiseVersion(tx, invoiceIds);
  return { messageId: null, tellings: changedBy(invoiceIds, 'completed') };
}

/** Noon of that day, or just after the last record of that day: the step was still open then, so it was done later. */
async function doneAt(tx: Transaction, action: ActionToSend, on: string): Promise<Date> {
  const noon = postedAt(on, action);
  const cases = action.openSteps.map(({ invoiceId, cycle }) => ({ invoiceId, cycle }));
  const ofThatDay = { OR: cases, on: toDateColumn(on), at: { gte: noon } };
  const last = await tx.stepRecord.findFirst({ where: ofThatDay, orderBy: { at: 'desc' }, select: { at: true } });
  return last ? new Date(last.at.getTime() + 1) : noon;
}

function done({ level, kind: channel, letterKind }: StepToSend, input: CompleteInput, on: string) {
  const { registered_number: registeredNumber, comment } = input;
  return { kind: 'completed', data: { level, channel, letterKind, on, registeredNumber, comment } } as const;
}

function called({ level, kind: channel }: StepToSend, { outcome = 'other', comment }: CompleteInput) {
  return { kind: 'call', data: { level, channel, outcome, comment } } as const;
}

/** Sending an electronic registered letter by hand needs the consumer's consent, as through the provider. */
async function refuseWithoutConsent(tx: Transaction, action: ActionToSend, at: Date): Promise<void> {
  const { customerId, kind, letterKind } = action;
  const about = { customerId, kind, letterKind, viaPrintProvider: false, recipients: [], made: null, at };
  const obstacle = kind === 'letter' ? await obstacleTo(tx, about) : null;
  if (obstacle) throw invalid(obstacle.code, '', obstacle.detail, 'Record the consent, or send it otherwise.');
}
