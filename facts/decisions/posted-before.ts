import { originOf } from '../../domain/actions/action-origin.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Message, Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt } from '../business-calendar.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import { loadMessageToSettle, type MessageToSettle, ownItems } from '../messages/settling/message-to-settle.ts';
import type { ActionToSend } from '../messages/reserving/reserve-action.ts';
import { settleMessage } from '../messages/settling/settle-message.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { conflict } from '../refused.ts';
import { withdrawStep } from '../withdraw-step.ts';
import type { Completed } from './complete-action.ts';
import { changedBy } from './decision.ts';
import { postedAt, settlePosted } from './post-letter.ts';
import { MADE_ANEW } from './remake-letter.ts';

/** A letter that was taken back although a person had already posted it, which nobody had recorded yet. */
export interface PostedBefore {
  letter: MessageToSettle;
  /** The instant of posting, estimated from its day. */
  at: Date;
}

/**
 * The letter of this action that could be posted on `posted_on` and was taken back on that day or later: by a hold, the
 * end of the case, money or a change. On the very day only the person knows which came first, and says so by
 * `already_posted`; when another letter waits in its place that the person did not ask for, the request is refused with
 * that question. Returns null when there was no such letter, or when its step is done or on its way otherwise.
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

/**
 * A remade letter by hand or of a run waits in an action of its own; this finds the letters before it, which have other
 * actions.
 */
async function formerOfHand(tx: Transaction, action: ActionToSend): Promise<Prisma.MessageWhereInput[]> {
  if (originOf(action) !== 'hand_letter' || action.state !== 'open' || action.messageId === null) return [];
  const waiting = await loadMessageToSettle(tx, action.messageId);
  const { creditorId, customerId, origin, originId, runId } = waiting;
  const former = { creditorId, customerId, origin, status: 'cancelled' } as const;
  const invoiceId = { in: ownItems(waiting).map((item) => item.invoiceId) };
  if (runId !== null) return [{ ...former, runId, items: { some: { information: false, invoiceId } } }];
  return originId === null ? [] : [{ ...former, originId }];
}

/** True when the person has to say which of two letters was posted: the one that waits, or the one before it. */
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

/**
 * When the letter was taken back; null when it still waits. Its action is left at once, the letter itself only when the
 * case is planned.
 */
function takenBackAt({ status, settledAt }: Pick<Message, 'status' | 'settledAt'>, action: ActionToSend): Date | null {
  const isLeft = action.state === 'cancelled' && action.settledAt !== null;
  if (status === 'rendered') return isLeft ? action.settledAt : null;
  if (settledAt === null) return null;
  return isLeft && action.settledAt !== null ? earliest(action.settledAt, settledAt) : settledAt;
}

const earliest = (a: Date, b: Date): Date => (a < b ? a : b);

/** The steps that the letter carries, or carried. */
const itsSteps = (letter: MessageToSettle) =>
  ownItems(letter).flatMap(({ invoiceId, cycle, stepKey, repeat }) =>
    stepKey === null ? [] : [{ invoiceId, cycle, stepKey, repeat }],
  );

/**
 * True when the letter's steps belong to the current cycle of their case, and nothing has done them since or is about
 * to, except a letter that may be taken back.
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

/** Messages made since for the same steps or, for what is no step of the ladder, for the same request. */
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
 * Records the letter as sent after all, on the day it was posted; holds and the end of its cases stay as they are.
 * Messages made in its place are taken back, and invoices that wait in the action but were not in the letter are
 * planned again.
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

/** In a run, the items belong to the letter that left, not to the one made in its place or refused. */
async function carryRunItems(tx: Transaction, letter: MessageToSettle): Promise<void> {
  if (letter.runId === null) return;
  const ids = ownItems(letter).map(({ invoiceId }) => invoiceId);
  await tx.runItem.updateMany({
    where: { runId: letter.runId, invoiceId: { in: ids } },
    data: { state: 'taken', messageId: letter.id, code: null, detail: null },
  });
}
