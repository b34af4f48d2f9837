import { instantAt } from '../../../domain/calendar/local-time.ts';
import { isPostedByPerson, PROVIDER_PERSON } from '../../../domain/messages/connectors.ts';
import { fromDateColumn, toDateColumn } from '../../../prisma/dates.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { localDayAt, settingsOf } from '../../business-calendar.ts';
import { checkPostedOn, NOON } from '../../decisions/post-letter.ts';
import { recordHistory } from '../../history.ts';
import type { PostingInput } from '../../inputs/sending.ts';
import type { FactContext, Telling } from '../../outcome.ts';
import { raiseVersion } from '../../raise-version.ts';
import { conflict, invalid } from '../../refused.ts';
import { lockMessageToSettle, type MessageToSettle, ownItems } from '../settling/message-to-settle.ts';

/** When a letter was posted, and the number that the post gave it. */
interface Posting {
  postedOn: string;
  number: string | null;
}

/**
 * Corrects what a person said of a registered letter posted by hand: its day, from which the next step counts, and its number; what
 * is absent stays. History keeps what was said before. Repeating it changes nothing. Returns whom to tell.
 */
export async function correctPosting(
  db: Database,
  context: FactContext,
  messageId: string,
  input: PostingInput,
): Promise<Telling[]> {
  return db.$transaction(async (tx) => {
    const message = await lockMessageToSettle(tx, context.creditorId, messageId);
    if (message.provider !== PROVIDER_PERSON || !isPostedByPerson(message) || message.sentAt === null)
      throw conflict('not_posted', 'This letter was not posted by a person.');
    const before = await postingOf(tx, message, message.sentAt);
    const after = {
      postedOn: input.posted_on ?? before.postedOn,
      number: input.registered_number === undefined ? before.number : input.registered_number,
    };
    if (after.postedOn === before.postedOn && after.number === before.number) return [];
    if (after.postedOn !== before.postedOn) await refuseDay(tx, context, message, after.postedOn);
    await writePosting(tx, context, message, before, after);
    return tell(tx, context, message, before, after);
  });
}

async function postingOf(tx: Transaction, message: MessageToSettle, sentAt: Date): Promise<Posting> {
  const action = message.actionId ? await tx.action.findUnique({ where: { id: message.actionId } }) : null;
  return {
    postedOn: action?.postedOn ? fromDateColumn(action.postedOn) : localDayAt(message.customer.creditor, sentAt),
    number: message.providerReference,
  };
}

/** Refuses a day on which this letter cannot have been posted, because of when it was made or came to its end. */
async function refuseDay(tx: Transaction, context: FactContext, message: MessageToSettle, on: string): Promise<void> {
  const dayOf = (at: Date) => localDayAt(message.customer.creditor, at);
  const earliestOn = dayOf(message.renderedAt ?? message.reservedAt);
  checkPostedOn(on, { earliestOn, todayOn: dayOf(context.at) });
  const told = await tx.historyEntry.findMany({
    where: { messageId: message.id, kind: 'letter_status' },
    select: { data: true },
  });
  const days = told.flatMap(({ data }) => {
    const { on: toldOn, corrected } = data as { on?: string; corrected?: boolean };
    return toldOn && !corrected ? [toldOn] : [];
  });
  const firstOn = days.toSorted()[0];
  if (firstOn !== undefined && on > firstOn) {
    const fix = 'Give an earlier day, or correct first what was noted of the letter.';
    throw invalid('after_it_arrived', '/posted_on', `On ${firstOn} this letter had arrived, as was noted.`, fix);
  }
}

async function writePosting(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  before: Posting,
  { postedOn, number }: Posting,
): Promise<void> {
  const { id, actionId, customer } = message;
  await tx.message.update({ where: { id }, data: { providerReference: number } });
  if (actionId)
    await tx.action.updateMany({
      where: { id: actionId, messageId: id, state: 'done' },
      data: { postedOn: toDateColumn(postedOn), registeredNumber: number },
    });
  if (postedOn === before.postedOn) return;
  const todayOn = localDayAt(customer.creditor, context.at);
  const noon = new Date(instantAt(postedOn, NOON, settingsOf(customer.creditor).timeZone));
  const madeAt = message.renderedAt ?? message.reservedAt;
  const at = postedOn === todayOn ? context.at : noon > madeAt ? noon : madeAt;
  await tx.message.update({ where: { id }, data: { sentAt: at, handedOverAt: at } });
  await tx.stepRecord.updateMany({ where: { messageId: id }, data: { at, on: toDateColumn(postedOn) } });
}

/** Writes the correction into the history of each case, and has it planned again. */
async function tell(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  before: Posting,
  after: Posting,
): Promise<Telling[]> {
  const { id: messageId, customerId, level, letterKind } = message;
  const invoiceIds = ownItems(message).map(({ invoiceId }) => invoiceId);
  const data = {
    ...{ status: 'deposited', corrected: true, level, channel: 'letter', letterKind },
    ...{ on: after.postedOn, onBefore: before.postedOn },
    registeredNumber: after.number ?? undefined,
    registeredNumberBefore: before.number ?? undefined,
  };
  await recordHistory(
    tx,
    context,
    invoiceIds.map((invoiceId) => ({ customerId, invoiceId, messageId, kind: 'letter_status' as const, data })),
  );
  await raiseVersion(tx, invoiceIds);
  const telling = { signal: 'messageSettled', data: { messageId, outcome: message.status } } as const;
  return invoiceIds.map((invoiceId) => ({ invoiceId, ...telling }));
}
