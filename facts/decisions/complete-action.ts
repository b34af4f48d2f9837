import { SPECIFIC_ACTION } from '../../domain/actions/specific-action.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { recordHistory } from '../history.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import { obstacleTo } from '../messages/obstacle.ts';
import { isPostedByPerson } from '../messages/posted-by-person.ts';
import { type ActionToSend, loadActionToSend } from '../messages/reserve-action.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { conflict, invalid, notFound } from '../refused.ts';
import { releaseSpecific } from '../specific-actions/release-specific.ts';
import { changedBy } from './decision.ts';
import { finishSteps } from './finish-steps.ts';
import { isAboutMessage } from './judge-about-message.ts';
import { checkPostedOn, postedAt, postLetter } from './post-letter.ts';
import { refuseCompletion } from './refuse-completion.ts';
import { repeatedCompletion } from './repeated-completion.ts';
import { completeTaskAboutNobody } from './task-about-nobody.ts';
import { answerAttention } from './answer-attention.ts';
import { isUncertain, UNCERTAIN } from './uncertain.ts';
import { toDateColumn } from '../../prisma/dates.ts';

/** Whom to tell, and the letter that was sent with it. */
export interface Completed {
  messageId: string | null;
  tellings: Telling[];
}

/**
 * A person did it: a registered letter that waited was posted and is the message sent; any other step is done today, and
 * nothing leaves; a task or a call is done, and a case that asked for attention goes on. Refuses what is settled already.
 */
export async function completeAction(
  db: Database,
  context: FactContext,
  actionId: string,
  input: CompleteInput,
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
    refuseCompletion(action, input);
    const todayOn = localDate(context.at.toISOString(), action.customer.creditor.settings?.timeZone ?? 'Europe/Paris');
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
    if (action.openSteps.length === 0) return completeTask(tx, context, action, input, todayOn);
    return completeSteps(tx, context, action, input, todayOn);
  });
}

/** The step counts as done, of this day; its level is reached. */
async function completeSteps(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  input: CompleteInput,
  todayOn: string,
): Promise<Completed> {
  const dueOn = localDate(action.dueAt.toISOString(), action.customer.creditor.settings?.timeZone ?? 'Europe/Paris');
  const on = input.posted_on ?? todayOn;
  checkPostedOn(on, { earliestOn: dueOn < todayOn ? dueOn : todayOn, todayOn });
  await refuseWithoutConsent(tx, action, on === todayOn ? context.at : postedAt(on, action));
  const finish = { outcome: 'completed', state: 'done', reason: input.comment ?? null, on } as const;
  const invoiceIds = await finishSteps(tx, context, action, finish);
  const { posted_on: postedOn, registered_number: registeredNumber } = input;
  await tx.action.update({
    where: { id: action.id },
    data: {
      ...(postedOn ? { postedOn: toDateColumn(postedOn) } : {}),
      ...(registeredNumber ? { registeredNumber } : {}),
    },
  });
  const lines = action.openSteps.map((step) => ({
    customerId: action.customerId,
    invoiceId: step.invoiceId,
    kind: 'completed' as const,
    data: {
      ...{ level: step.level, channel: step.kind, letterKind: step.letterKind, on },
      ...{ registeredNumber, comment: input.comment },
    },
  }));
  await recordHistory(tx, context, lines);
  await raiseVersion(tx, invoiceIds);
  return { messageId: null, tellings: changedBy(invoiceIds, 'completed') };
}

/** Who sends an electronic registered letter himself needs the consumer's consent as the provider does. */
async function refuseWithoutConsent(tx: Transaction, action: ActionToSend, at: Date): Promise<void> {
  const { customerId, kind, letterKind } = action;
  const about = { customerId, kind, letterKind, viaPrintProvider: false, recipients: [], made: null, at };
  const obstacle = kind === 'letter' ? await obstacleTo(tx, about) : null;
  if (obstacle) throw invalid(obstacle.code, '', obstacle.detail, 'Record the consent, or send it otherwise.');
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
  if (isCall)
    await tx.invoice.updateMany({ where: { id: { in: invoiceIds } }, data: { lastCallOn: toDateColumn(todayOn) } });
  const data = isCall ? { outcome: outcome ?? 'other', comment } : { title: action.title ?? undefined, comment };
  const ofWhat = invoiceIds.length === 0 ? [null] : invoiceIds;
  const kind = isCall ? ('call' as const) : ('completed' as const);
  await recordHistory(
    tx,
    context,
    ofWhat.map((invoiceId) => ({ customerId: action.customerId, invoiceId, kind, data })),
  );
  const waiting = action.origin === 'attention' ? await answerAttention(tx, context, action.id, invoiceIds) : [];
  const released = action.origin === SPECIFIC_ACTION ? await releaseSpecific(tx, context, action.id) : [];
  return { messageId: null, tellings: changedBy([...waiting, ...released], 'completed') };
}
