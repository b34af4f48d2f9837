import type { Transaction } from '../../prisma/client.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { askAbout } from './ask-about-message.ts';
import { loadMessageToSettle, type MessageToSettle, ownItems } from './message-to-settle.ts';
import { asMade } from './remake.ts';
import { remakeConfirmed } from './remake-confirmed.ts';
import { settleMessage } from './settle-message.ts';

/** Why a message is cancelled that was made because another was said not to have left. */
const LEFT_AFTER_ALL = 'left_after_all';

/** Whether it was handed over, and a person said that it had not left: the provider's own word is stronger. */
export const isSaidNotSent = ({ status, failureDetail, handedOverAt }: MessageToSettle): boolean =>
  status === 'cancelled' && failureDetail === 'not_sent' && handedOverAt !== null;

/**
 * A message that a person said had not left did leave, as its provider tells: its outcome is open again, for `settle` to record. What
 * was made in its place is taken back while it is still here, and made anew for what else it says; the next reconciliation starts that.
 * Once it is on its way a person is told that two left. To be called under the lock. Answers whom to tell.
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
  // The living step is the second one's.
  if (!isSecondAway) await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: true } });
  tellings.push(...(await settle({ ...message, ...open })));
  for (const successor of here) await remakeConfirmed(tx, asMade(context, successor), successor);
  if (isSecondAway) await askAbout(tx, context, message, 'sent_twice');
  return tellings;
}

/** One message lives under an origin's id, and that is the second one's: the first keeps it with its own id after it, so that it says whose it was. */
const originIdOf = ({ id, originId }: MessageToSettle, isSecondAway: boolean): string | null =>
  isSecondAway && originId !== null ? `${originId}/${id}` : originId;

/** What was reserved since for one of its steps, or, of what is no step, for the same thing. */
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
