import { goesByPrintProvider, isPostedByPerson } from '../../../domain/messages/connectors.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { clearAttention } from '../../clear-attention.ts';
import { recordHistory } from '../../history.ts';
import { takeCase } from '../../holds/open-case.ts';
import type { ReminderInput } from '../../inputs/sending.ts';
import type { AfterCommit, FactContext, Telling } from '../../outcome.ts';
import { planCase } from '../../plan/plan-case.ts';
import { raiseVersion } from '../../raise-version.ts';
import { carrySteps } from '../reserving/carry-steps.ts';
import { openLetterToPost } from '../letters/open-letter-to-post.ts';
import { type PreparedReminder, prepareReminder } from './prepare-reminder.ts';
import { reserveMessage } from '../reserving/reserve-message.ts';

export interface SentByHand extends AfterCommit {
  messageId: string;
}

/** What a reminder sent by hand would say. Nothing is stored. */
export async function draftReminder(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: ReminderInput,
): Promise<PreparedReminder> {
  return db.$transaction((tx) => prepareReminder(tx, context, invoiceId, input));
}

/**
 * Reserves a reminder that a person sends now. The person has looked at the case, so its attention is cleared.
 * `originId` makes a repeat of the same request the same message. The caller starts its workflow after the commit.
 */
export async function sendByHand(
  db: Database,
  context: FactContext,
  invoiceId: string,
  input: ReminderInput,
  originId: string,
): Promise<SentByHand> {
  return db.$transaction(async (tx) => {
    await takeCase(tx, context, invoiceId);
    const earlier = await tx.message.findFirst({
      where: { origin: 'manual', originId, creditorId: context.creditorId, status: { notIn: ['cancelled', 'failed'] } },
      select: { id: true },
    });
    const tellings: Telling[] = [{ invoiceId, signal: 'invoiceChanged', data: { decision: 'sent_by_hand' } }];
    if (earlier) return { messageId: earlier.id, startMessageIds: [earlier.id], tellings };
    const prepared = await prepareReminder(tx, context, invoiceId, input);
    const cleared = await clearAttention(tx, context, [invoiceId]);
    // Attention had withdrawn the open step: planned again, the message can carry it.
    if (cleared.length > 0) await planCase(tx, context, invoiceId);
    await raiseVersion(tx, [invoiceId]);
    const messageId = await reserve(tx, context, prepared, originId);
    await recordHistory(tx, context, [
      {
        customerId: prepared.row.customerId,
        invoiceId,
        kind: 'confirmed',
        data: {
          level: prepared.level,
          channel: prepared.draft.kind,
          letterKind: prepared.letterKind,
          comment: input.override_reason,
          byHand: true,
        },
        messageId,
      },
    ]);
    return { messageId, startMessageIds: [messageId], tellings };
  });
}

async function reserve(
  tx: Transaction,
  context: FactContext,
  prepared: PreparedReminder,
  originId: string,
): Promise<string> {
  const { row, hand, level, letterKind, templateId, edits, draft } = prepared;
  const { id: invoiceId, customerId, currency, cycle, balanceCents } = row;
  const letter = { kind: draft.kind, letterKind };
  const isPosted = isPostedByPerson({
    ...letter,
    viaPrintProvider: goesByPrintProvider(context.connectors, letter),
  });
  const actionId = isPosted ? await openLetterToPost(tx, context, [row], { level, letterKind, templateId }) : null;
  const { stepKey, repeat } = hand;
  const messageId = await reserveMessage(tx, context, {
    customerId,
    language: draft.content.language,
    currency,
    kind: draft.kind,
    letterKind,
    level,
    origin: 'manual',
    originId,
    actionId,
    templateId,
    actor: context.actor,
    test: draft.content.test,
    items: [{ invoiceId, cycle, stepKey, level: hand.level, repeat, amountCents: balanceCents }],
    edits,
  });
  if (actionId) await tx.action.update({ where: { id: actionId }, data: { messageId } });
  if (stepKey !== null && repeat <= 0)
    await carrySteps(tx, context, [{ invoiceId, cycle, stepKey, level: hand.level }], messageId);
  return messageId;
}
