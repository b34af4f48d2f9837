import { instantAt } from '../../domain/calendar/local-time.ts';
import { PROVIDER_PERSON } from '../../domain/messages/connectors.ts';
import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Message } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt, settingsOf } from '../business-calendar.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import type { ActionToSend } from '../messages/reserving/reserve-action.ts';
import { loadMessageToSettle } from '../messages/settling/message-to-settle.ts';
import { settleMessage } from '../messages/settling/settle-message.ts';
import { changeSinceMade, type WaitingLetter } from '../messages/letters/waiting-letter-changes.ts';
import type { FactContext } from '../outcome.ts';
import { caseClosed, conflict, invalid } from '../refused.ts';
import type { Completed } from './complete-action.ts';

/** The local hour that stands for a day of which only the date is known. */
export const NOON = 12;

export interface Posting {
  comment?: string | undefined;
  registered_number?: string | undefined;
  /** Local dates. */
  postedOn: string;
  todayOn: string;
}

/** A person posted a registered letter that waited: it counts as sent on the day it was posted. */
export async function postLetter(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  letter: WaitingLetter & Pick<Message, 'id' | 'status' | 'reservedAt'>,
  posting: Posting,
): Promise<Completed> {
  if (letter.status !== 'rendered') throw conflict('not_ready', 'This letter is not made yet.');
  await refuseStopped(tx, action, letter);
  const madeAt = letter.renderedAt ?? letter.reservedAt;
  const { postedOn, todayOn, registered_number: number = null, comment } = posting;
  checkPostedOn(postedOn, { earliestOn: localDayAt(action.customer.creditor, madeAt), todayOn });
  const at = postedOn === todayOn ? context.at : latest(postedAt(postedOn, action), madeAt);
  return settlePosted(tx, context, action, { messageId: letter.id, at, postedOn, number, comment });
}

export interface Posted {
  messageId: string;
  /** The instant of posting, and its local day. */
  at: Date;
  postedOn: string;
  /** The registered number given by the post. */
  number: string | null;
  comment: string | undefined;
}

/** Records a letter whose bytes are kept as sent by the person who posted it. */
export async function settlePosted(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  { messageId, at, postedOn, number, comment }: Posted,
): Promise<Completed> {
  const message = await loadMessageToSettle(tx, messageId);
  const sent = { kind: 'sent', reference: number, byPerson: true } as const;
  const tellings = await settleMessage(tx, { ...context, at }, message, sent);
  await tx.message.update({
    where: { id: messageId },
    data: { status: 'deposited', provider: PROVIDER_PERSON, handedOverAt: at },
  });
  await tx.action.update({
    where: { id: action.id },
    data: {
      state: 'done',
      settledAt: context.at,
      postedOn: toDateColumn(postedOn),
      registeredNumber: number,
      ...(comment ? { comment } : {}),
    },
  });
  return { messageId, tellings };
}

/** The instant of posting when only the day is known: noon. */
export function postedAt(on: string, action: ActionToSend): Date {
  const zone = settingsOf(action.customer.creditor).timeZone;
  return new Date(instantAt(on, NOON, zone));
}

/** Refuses to post a letter whose case ended, was stopped or has changed since the letter was made. */
async function refuseStopped(
  tx: Transaction,
  action: ActionToSend,
  letter: WaitingLetter & Pick<Message, 'id'>,
): Promise<void> {
  const items = await tx.messageItem.findMany({
    where: { messageId: letter.id, information: false },
    include: { invoice: { include: { holds: HOLDS_IN_FORCE } } },
  });
  for (const { invoice } of items) {
    if (invoice.closedAs) throw caseClosed();
    const hold = stoppingHold(letter.origin, [...invoice.holds, ...action.customer.holds], action.id);
    if (hold) throw conflict('held', `This letter may not be posted any more: ${hold}.`);
  }
  if (items.some(({ invoice, amountCents }) => invoice.balanceCents !== amountCents)) {
    throw conflict('out_of_date', 'The balance has changed since this letter was made: a new one is being prepared.');
  }
  const changed = await changeSinceMade(
    tx,
    letter,
    items.map(({ invoiceId }) => invoiceId),
  );
  if (changed) {
    const what = changed === 'contact_changed' ? 'Whom it goes to' : 'A due date';
    throw conflict('out_of_date', `${what} has changed since this letter was made: a new one is being prepared.`);
  }
}

/** Refuses a day in the future, or one before there was a letter to post. */
export function checkPostedOn(postedOn: string, bounds: { earliestOn: string; todayOn: string }): void {
  const { earliestOn, todayOn } = bounds;
  if (postedOn > todayOn) {
    throw invalid(
      'day_to_come',
      '/posted_on',
      `This day is still to come; today is ${todayOn}.`,
      'Give the day on which it was posted.',
    );
  }
  if (postedOn < earliestOn) {
    throw invalid(
      'before_made',
      '/posted_on',
      `There was nothing to post before ${earliestOn}.`,
      'Give the day on which it was posted.',
    );
  }
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
