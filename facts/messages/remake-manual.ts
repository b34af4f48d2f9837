import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { raiseAttention } from '../raise-attention.ts';
import { namedByKind } from './ask-about-message.ts';
import { type MessageToSettle, ownItems } from './message-to-settle.ts';
import { reserveMessage } from './reserve-message.ts';

/**
 * A reminder that a person sent, cancelled because the invoice or an address changed on the way: reserved anew with what is due
 * now. In words of his own, which may name what is no longer so, or at a level that is no longer the next one, he is asked. Nothing
 * of a case that is over or that something stops since, nor of a letter that a person posts. Answers the new message, or null.
 */
export async function remakeManual(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const [item] = ownItems(cancelled);
  if (!item || item.invoice.closedAs !== null || cancelled.actionId !== null) return null;
  const invoice = await tx.invoice.findUniqueOrThrow({
    where: { id: item.invoiceId },
    include: {
      holds: HOLDS_IN_FORCE,
      openStep: true,
      customer: { select: { holds: { where: { endedAt: null, invoiceId: null } } } },
    },
  });
  const holds = [...invoice.holds, ...invoice.customer.holds];
  const isStopped =
    stoppingHold('manual', holds) !== null || holds.some(({ sinceAt }) => sinceAt > cancelled.reservedAt);
  if (isStopped) return null;
  const { cycle, stepKey, level, repeat } = item;
  const isNextStep = stepKey !== null && repeat <= 0;
  const isStillNext =
    invoice.cycle === cycle &&
    (!isNextStep || (invoice.openStep?.stepKey === stepKey && invoice.openStep.level === level));
  if (!isStillNext || cancelled.customSubject !== null || cancelled.customBodyHtml !== null) {
    const text = `${namedByKind(cancelled)} demandé à la main n’est pas parti : la facture ou l’adresse a changé entre-temps. Relisez-le et renvoyez-le, ou classez cette tâche.`;
    await raiseAttention(tx, context, [invoice.id], { code: 'not_sent', text, messageId: cancelled.id });
    return null;
  }
  const { customerId, language, currency, kind, letterKind, origin, originId, templateId, test } = cancelled;
  const messageId = await reserveMessage(tx, context, {
    ...{ customerId, language, currency, kind, letterKind, level: cancelled.level, origin, originId, templateId, test },
    actionId: null,
    actor: cancelled.actor as unknown as Actor,
    items: [{ invoiceId: invoice.id, cycle, stepKey, level, repeat, amountCents: invoice.balanceCents }],
    edits: {
      recipients: cancelled.customRecipients,
      attachmentIds: cancelled.attachmentIds,
      ...(cancelled.overrideReason === null ? {} : { overrideReason: cancelled.overrideReason }),
    },
  });
  if (isNextStep)
    await tx.openStep.updateMany({
      where: { invoiceId: invoice.id, cycle, stepKey, messageId: null },
      data: { messageId },
    });
  return messageId;
}
