import { isFollowed } from '../../../domain/messages/connectors.ts';
import { isHandedOverInPerson, isLetterOver } from '../../../domain/messages/letter-status.ts';
import { OPEN_STATES } from '../../../domain/messages/open-states.ts';
import type { Database } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import type { LetterStatusInput } from '../../inputs/sending.ts';
import type { FactContext, Telling } from '../../outcome.ts';
import { conflict, invalid } from '../../refused.ts';
import { lockMessageToSettle, type MessageToSettle } from '../settling/message-to-settle.ts';
import { followLetter } from './settle-letter.ts';

/** States of a letter that has not left, or never will. */
const NOT_POSTED: readonly string[] = [...OPEN_STATES, 'cancelled', 'failed'];

/**
 * A person reports what became of a letter that a person posted, or that was sent by a provider no longer in use:
 * signed for, refused, not fetched or undeliverable, which stops the ladder. Repeating it changes nothing; another
 * report corrects the earlier one, since nobody else knows. Returns whom to tell.
 */
export async function tellLetter(
  db: Database,
  context: FactContext,
  messageId: string,
  input: LetterStatusInput,
): Promise<Telling[]> {
  return db.$transaction(async (tx) => {
    const message = await lockMessageToSettle(tx, context.creditorId, messageId);
    refuseToTell(context, message, input);
    if (message.status === input.status) return [];
    // A final state was reported by a person, so that the next report may correct it.
    const letter = { status: message.status, isUnexplained: isLetterOver(message.status) };
    const on = dayOf(context, message, input);
    const followed = await followLetter(tx, context, message, letter, { event: input.status, detail: '', on });
    return followed?.tellings ?? [];
  });
}

function refuseToTell(context: FactContext, message: MessageToSettle, { status }: LetterStatusInput): void {
  if (message.kind !== 'letter') {
    throw invalid('not_a_letter', '', 'Only a letter has such a status.', 'Name the message of a letter.');
  }
  if (isFollowed(context.connectors, message))
    throw conflict('told_by_provider', 'The print provider tells what becomes of this letter.');
  if (NOT_POSTED.includes(message.status)) throw conflict('not_posted', 'This letter was not posted.');
  if (status !== 'undeliverable' && !isHandedOverInPerson(message.letterKind)) {
    const detail = 'Nobody signs for a simple letter: it can only come back.';
    throw invalid('not_registered', '/status', detail, 'Say undeliverable, or nothing.');
  }
}

/** The local day on which it happened, between the day of posting and today. */
function dayOf({ at }: FactContext, message: MessageToSettle, { on }: LetterStatusInput): string {
  const todayOn = localDayAt(message.customer.creditor, at);
  if (on === undefined) return todayOn;
  const postedOn = localDayAt(message.customer.creditor, message.sentAt ?? message.reservedAt);
  const fix = 'Give the day on which it happened.';
  if (on > todayOn) throw invalid('day_to_come', '/on', `This day is still to come; today is ${todayOn}.`, fix);
  if (on < postedOn) throw invalid('before_posted', '/on', `This letter was posted on ${postedOn} only.`, fix);
  return on;
}
