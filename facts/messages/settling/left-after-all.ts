import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext, Telling } from '../../outcome.ts';
import { askAbout } from './ask-about-message.ts';
import { loadMessageToSettle, type MessageToSettle, ownItems } from './message-to-settle.ts';
import { asMade } from '../remaking/remake.ts';
import { remakeConfirmed } from '../remaking/remake-confirmed.ts';
import { settleMessage } from './settle-message.ts';

/** The reason for cancelling a message that was made because another one was said not to have left. */
const LEFT_AFTER_ALL = 'left_after_all';

/**
 * True when the message was handed over and a person said that it had not left: the provider's answer overrides that.
 */
export const isSaidNotSent = ({ status, failureDetail, handedOverAt }: MessageToSettle): boolean =>
  status === 'cancelled' && failureDetail === 'not_sent' && handedOverAt !== null;

/**
 * Handles a provider's report that a message left although a person said it had not: its outcome is open again, and
 * `settle` records it. Messages made in its place are taken back while they are still here and remade for their other
 * invoices; the next reconciliation starts those. If one is on its way already, a person is told that two left. Call it
 * under the lock. Returns whom to tell.
 */
export async function settleAfterAll(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  settle: (reopened: MessageToSettle) => Promise<Telling[]>,
): Promise<Telling[]> {
  const successors = await successorsOf(tx, message);
  const here = successors.filter(({ status }) => status === 'reserved' || status === 'rendered');
  const tellings: Telling[] = [];
  for (const successor of here)
    tellings.push(...(await settleMessage(tx, context, successor, { kind: 'cancelled', reason: LEFT_AFTER_ALL })));
  const isSecondAway = here.length < successors.length;
  const originId = originIdOf(message, isSecondAway);
  const open = { status: 'ambiguous', failureDetail: null, settledAt: null, originId } as const;
  await tx.message.update({ where: { id: message.id }, data: open });
  // When the second message is away, it keeps the active step.
  if (!isSecondAway) await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: true } });
  tellings.push(...(await settle({ ...message, ...open })));
  for (const successor of here) await remakeConfirmed(tx, asMade(context, successor), successor);
  if (isSecondAway) await askAbout(tx, context, message, 'sent_twice');
  return tellings;
}

/**
 * Only one active message may have an origin's id: if that is the second one, the first keeps the id followed by its
 * own.
 */
const originIdOf = ({ id, originId }: MessageToSettle, isSecondAway: boolean): string | null =>
  isSecondAway && originId !== null ? `${originId}/${id}` : originId;

/** Messages reserved since for one of its steps or, when it is no step, for the same origin. */
async function successorsOf(tx: Transaction, message: MessageToSettle): Promise<MessageToSettle[]> {
  const { id, creditorId, customerId, origin, originId } = message;
  const steps = ownItems(message).filter(({ stepKey }) => stepKey !== null);
  const found = await tx.message.findMany({
    where: {
      ...{ creditorId, customerId, id: { not: id }, status: { notIn: ['cancelled', 'failed'] } },
      OR: [
        ...(originId === null ? [] : [{ origin, originId }]),
        ...steps.map(({ invoiceId, cycle, stepKey, repeat }) => ({
          items: { some: { invoiceId, cycle, stepKey, repeat, active: true, information: false } },
        })),
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const loaded: MessageToSettle[] = [];
  for (const one of found) loaded.push(await loadMessageToSettle(tx, one.id));
  return loaded;
}
