import { originOf } from '../../domain/actions/action-origin.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { localDayAt } from '../business-calendar.ts';
import { planCallAgain } from '../calls/call-again.ts';
import { stampCall } from '../calls/stamp-call.ts';
import { type HistoryLine, recordHistory } from '../history.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import type { Renderers } from '../messages/drawing/render-message.ts';
import { type ActionToSend, loadActionToSend } from '../messages/reserving/reserve-action.ts';
import type { AfterCommit, FactContext } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import { releaseSpecific } from '../specific-actions/release-specific.ts';
import { completeSteps } from './complete-steps.ts';
import { changedBy } from './decision.ts';
import { isAboutMessage } from './judge-about-message.ts';
import { postLetter } from './post-letter.ts';
import { findPostedBefore, postAfterAll } from './posted-before.ts';
import { refuseCompletion } from './refuse-completion.ts';
import { repeatedCompletion } from './repeated-completion.ts';
import { completeTaskAboutNobody } from './task-about-nobody.ts';
import { answerAttention } from './answer-attention.ts';
import { isUncertain, UNCERTAIN } from './uncertain-sending.ts';

/** What follows a completion, and the letter that was sent with it. */
export interface Completed extends AfterCommit {
  messageId: string | null;
}

/**
 * A person did the action. A registered letter that waited to be posted is now sent; any other step is done today and
 * nothing leaves; a task or a call is done, and a case that asked for attention goes on. Refuses an action that is
 * already settled, except a letter that was posted before it was taken back. When the person says when a letter was
 * posted, under which number, or with which words, a letter that nobody had confirmed is drawn with `renderers` and
 * kept.
 */
export async function completeAction(
  db: Database,
  context: FactContext,
  actionId: string,
  input: CompleteInput,
  renderers: Renderers | null = null,
): Promise<Completed> {
  return db.$transaction(async (tx) => {
    const where = { id: actionId, creditorId: context.creditorId };
    const found = await tx.action.findFirst({ where, select: { id: true, customerId: true } });
    if (!found) throw notFound();
    await lockAction(tx, found);
    const repeated = await repeatedCompletion(tx, context, actionId);
    if (repeated) return repeated;
    if (found.customerId === null) {
      await completeTaskAboutNobody(tx, context, actionId, input);
      return { messageId: null, tellings: [] };
    }
    const action = await loadActionToSend(tx, actionId);
    if (!action) throw notFound();
    const before = await findPostedBefore(tx, action, input);
    refuseCompletion(before ? { ...action, state: 'open', messageId: before.letter.id } : action, input);
    if (before && input.posted_on)
      return postAfterAll(tx, context, action, before, { postedOn: input.posted_on, input });
    const todayOn = localDayAt(action.customer.creditor, context.at);
    const message = action.messageId && (await tx.message.findUnique({ where: { id: action.messageId } }));
    if (message && !isAboutMessage(action) && isPostedByPerson(message)) {
      return postLetter(tx, context, action, message, { ...input, postedOn: input.posted_on ?? todayOn, todayOn });
    }
    if (await isUncertain(tx, action)) throw conflict('uncertain', UNCERTAIN);
    if (isAboutMessage(action)) {
      if (message && message.status === 'ambiguous') throw conflict('uncertain', UNCERTAIN);
      return completeTask(tx, context, action, input, todayOn);
    }
    if (action.messageId || action.openSteps.some((step) => step.messageId !== null)) {
      throw conflict('already_handed_over', 'This reminder is on its way already.');
    }
    const isTask = action.openSteps.length === 0;
    const completed = isTask
      ? await completeTask(tx, context, action, input, todayOn)
      : await completeSteps(tx, context, action, input, todayOn, renderers);
    if (input.call_again_on) await callAgain(tx, context, action, input.call_again_on);
    return completed;
  });
}

/** Plans the next call about the same invoices, for the same assignee. */
async function callAgain(tx: Transaction, context: FactContext, action: ActionToSend, on: string): Promise<void> {
  const { id, customerId, assigneeId } = action;
  const invoices = await tx.actionInvoice.findMany({ where: { actionId: id }, select: { invoiceId: true } });
  const invoiceIds = invoices.map(({ invoiceId }) => invoiceId);
  await planCallAgain(tx, context, { customerId, invoiceIds, on, assigneeId });
}

async function completeTask(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  input: CompleteInput,
  todayOn: string,
): Promise<Completed> {
  const { comment, outcome } = input;
  const done = { state: 'done', settledAt: context.at, comment: comment ?? null, groupKey: null } as const;
  await tx.action.update({ where: { id: action.id }, data: done });
  const rows = await tx.actionInvoice.findMany({ where: { actionId: action.id } });
  const invoiceIds = rows.map((row) => row.invoiceId);
  const isCall = action.kind === 'call';
  if (isCall) await stampCall(tx, invoiceIds, { on: todayOn, outcome });
  const ofWhat = invoiceIds.length === 0 ? [null] : invoiceIds;
  await recordHistory(
    tx,
    context,
    ofWhat.map((invoiceId): HistoryLine<'call' | 'completed'> => {
      const about = { customerId: action.customerId, invoiceId };
      return isCall
        ? { ...about, kind: 'call', data: { outcome: outcome ?? 'other', comment } }
        : { ...about, kind: 'completed', data: { title: action.title ?? undefined, comment } };
    }),
  );
  const waiting = originOf(action) === 'attention' ? await answerAttention(tx, context, action.id, invoiceIds) : [];
  const released = originOf(action) === 'specific_action' ? await releaseSpecific(tx, context, action.id) : [];
  return { messageId: null, tellings: changedBy([...waiting, ...released], 'completed') };
}
