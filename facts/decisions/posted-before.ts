import { originOf } from '../../domain/actions/action-origin.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Message, Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt } from '../business-calendar.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import { loadMessageToSettle, type MessageToSettle, ownItems } from '../messages/message-to-settle.ts';
import type { ActionToSend } from '../messages/reserve-action.ts';
import { settleMessage } from '../messages/settle-message.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { conflict } from '../refused.ts';
import { withdrawStep } from '../withdraw-step.ts';
import type { Completed } from './complete-action.ts';
import { changedBy } from './decision.ts';
import { postedAt, settlePosted } from './post-letter.ts';
import { MADE_ANEW } from './remake-letter.ts';

/** A letter that was taken back after a person had posted it, of which nobody had told yet. */
export interface PostedBefore {
  letter: MessageToSettle;
  /** When it was posted, as far as its day tells. */
  at: Date;
}

/**
 * The letter of this action that was there to be posted on `posted_on`, and that something took back on a later day: a hold, the end
 * of the case, money, a change. Of the day itself only the person knows which came first, and says so by `already_posted`. He is
 * asked where one waits in its place that he did not ask for. Null: there was none, or its step is done or on its way otherwise.
 */
export async function findPostedBefore(
  tx: Transaction,
  action: ActionToSend,
  { posted_on: postedOn, already_posted: isSaid }: CompleteInput,
): Promise<PostedBefore | null> {
  if (postedOn === undefined || (action.state !== 'open' && action.state !== 'cancelled')) return null;
  const dayOf = (at: Date) => localDayAt(action.customer.creditor, at);
  const made = await tx.message.findMany({
    where: {
      OR: [{ actionId: action.id }, ...(await formerOfHand(tx, action))],
      ...{ kind: 'letter', status: { in: ['rendered', 'cancelled'] }, handedOverAt: null },
    },
    orderBy: { reservedAt: 'desc' },
  });
  for (const one of made) {
    const backAt = takenBackAt(one, action);
    if (!isPostedByPerson(one) || one.renderedAt === null || backAt === null) continue;
    if (postedOn < dayOf(one.renderedAt) || postedOn > dayOf(backAt)) continue;
    if (postedOn === dayOf(backAt) && !isSaid) {
      if (action.state === 'open' && !(await isAsked(tx, action, one, isSaid))) continue;
      if (action.state === 'open') throw conflict('which_letter', WHICH);
      throw conflict(
        'withdrawn',
        'What took this letter back came on that very day: say already_posted if it was posted before.',
      );
    }
    const letter = await loadMessageToSettle(tx, one.id);
    const noon = postedAt(postedOn, action);
    const at = earliest(noon > one.renderedAt ? noon : one.renderedAt, backAt);
    return (await isStepUndone(tx, letter)) ? { letter, at } : null;
  }
  return null;
}

const WHICH =
  'A letter was taken back on that very day and another one waits: say already_posted true if it is the former that was posted, else false.';

/** A letter by hand or of a run that is made anew waits in an action of its own: those before it, which are in others. */
async function formerOfHand(tx: Transaction, action: ActionToSend): Promise<Prisma.MessageWhereInput[]> {
  if (originOf(action) !== 'hand_letter' || action.state !== 'open' || action.messageId === null) return [];
  const waiting = await loadMessageToSettle(tx, action.messageId);
  const { creditorId, customerId, origin, originId, runId } = waiting;
  const former = { creditorId, customerId, origin, status: 'cancelled' } as const;
  const invoiceId = { in: ownItems(waiting).map((item) => item.invoiceId) };
  if (runId !== null) return [{ ...former, runId, items: { some: { information: false, invoiceId } } }];
  return originId === null ? [] : [{ ...former, originId }];
}

/** Whether the person has to say which of the two he posted: that which waits, or the one before it. */
async function isAsked(
  tx: Transaction,
  action: ActionToSend,
  before: Pick<Message, 'id' | 'failureDetail'>,
  isSaid: boolean | undefined,
): Promise<boolean> {
  const isByRequest = before.failureDetail === MADE_ANEW;
  if (isSaid !== undefined || isByRequest || action.messageId === null) return false;
  return isStepUndone(tx, await loadMessageToSettle(tx, before.id));
}

/** When it was taken back; null of one that waits. Its action is left at once, the letter itself once the case is planned. */
function takenBackAt({ status, settledAt }: Pick<Message, 'status' | 'settledAt'>, action: ActionToSend): Date | null {
  const isLeft = action.state === 'cancelled' && action.settledAt !== null;
  if (status === 'rendered') return isLeft ? action.settledAt : null;
  if (settledAt === null) return null;
  return isLeft && action.settledAt !== null ? earliest(action.settledAt, settledAt) : settledAt;
}

const earliest = (a: Date, b: Date): Date => (a < b ? a : b);

/** The message items that carry the letter's steps, or carried them. */
const itsSteps = (letter: MessageToSettle) =>
  ownItems(letter).flatMap(({ invoiceId, cycle, stepKey, repeat }) =>
    stepKey === null ? [] : [{ invoiceId, cycle, stepKey, repeat }],
  );

/**
 * Whether the letter's steps are of their case's present cycle, and nothing did them since or is about to but a letter that may
 * be taken back.
 */
export async function isStepUndone(tx: Transaction, letter: MessageToSettle): Promise<boolean> {
  return (await areUndone(tx, itsSteps(letter))) && (await rivalsOf(tx, letter)).every(mayBeTakenBack);
}

async function areUndone(tx: Transaction, OR: ReturnType<typeof itsSteps>): Promise<boolean> {
  if (OR.length === 0) return true;
  const cycles = await tx.invoice.findMany({
    where: { id: { in: OR.map(({ invoiceId }) => invoiceId) } },
    select: { id: true, cycle: true },
  });
  const cycleOf = new Map(cycles.map(({ id, cycle }) => [id, cycle]));
  if (OR.some(({ invoiceId, cycle }) => cycleOf.get(invoiceId) !== cycle)) return false;
  return (await tx.stepRecord.findFirst({ where: { OR }, select: { id: true } })) === null;
}

const mayBeTakenBack = ({ status, viaPrintProvider }: Pick<Message, 'status' | 'viaPrintProvider'>): boolean =>
  (status === 'reserved' || status === 'rendered') && !viaPrintProvider;

/** What was made since for the same steps; of what is no step of the ladder, for the same request. */
async function rivalsOf(tx: Transaction, letter: MessageToSettle) {
  const { creditorId, origin, originId } = letter;
  const steps = itsSteps(letter);
  const beside = ownItems(letter).flatMap(({ invoiceId, stepKey }) => (stepKey === null ? [invoiceId] : []));
  const active = { active: true, information: false };
  const OR = [
    ...(steps.length === 0 ? [] : [{ items: { some: { ...active, OR: steps } } }]),
    ...(originId === null || beside.length === 0
      ? []
      : [{ origin, originId, items: { some: { ...active, invoiceId: { in: beside } } } }]),
  ];
  if (OR.length === 0) return [];
  return tx.message.findMany({
    where: { creditorId, id: { not: letter.id }, OR },
    select: { id: true, status: true, viaPrintProvider: true },
    orderBy: { id: 'asc' },
  });
}

/**
 * Records the letter as sent after all, on the day it was posted; what holds or ended its cases stays as it is. What was made
 * anew in its place is taken back, and of the action whoever waits in it and was not in the letter is planned again.
 */
export async function postAfterAll(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  { letter, at }: PostedBefore,
  said: { postedOn: string; input: CompleteInput },
): Promise<Completed> {
  const own = ownItems(letter).map(({ invoiceId }) => invoiceId);
  const tellings: Telling[] = [];
  for (const { id } of await rivalsOf(tx, letter)) {
    const rival = await loadMessageToSettle(tx, id);
    tellings.push(...(await settleMessage(tx, context, rival, { kind: 'cancelled', reason: 'withdrawn' })));
  }
  const others = action.openSteps.map(({ invoiceId }) => invoiceId).filter((id) => !own.includes(id));
  for (const invoiceId of others) await withdrawStep(tx, invoiceId, 'replanned', context.at);
  await raiseVersion(tx, others);
  await tx.message.update({
    where: { id: letter.id },
    data: { status: 'rendered', settledAt: null, failureDetail: null },
  });
  await tx.messageItem.updateMany({ where: { messageId: letter.id }, data: { active: true } });
  await carryRunItems(tx, letter);
  await tx.action.update({ where: { id: action.id }, data: { messageId: letter.id, groupKey: null, reason: null } });
  await tx.actionInvoice.createMany({
    data: own.map((invoiceId) => ({ actionId: action.id, invoiceId })),
    skipDuplicates: true,
  });
  const { registered_number: number = null, comment } = said.input;
  const posted = { messageId: letter.id, at, postedOn: said.postedOn, number, comment };
  const completed = await settlePosted(tx, context, action, posted);
  return { ...completed, tellings: [...tellings, ...changedBy(others, 'completed'), ...completed.tellings] };
}

/** Of a run its items are those of the letter that left, not of the one that was made in its place or refused. */
async function carryRunItems(tx: Transaction, letter: MessageToSettle): Promise<void> {
  if (letter.runId === null) return;
  const ids = ownItems(letter).map(({ invoiceId }) => invoiceId);
  await tx.runItem.updateMany({
    where: { runId: letter.runId, invoiceId: { in: ids } },
    data: { state: 'taken', messageId: letter.id, code: null, detail: null },
  });
}
