import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { POSTED_BY_PERSON_WHERE } from '../../prisma/posted-by-person.ts';
import { lockCustomerOfMessage } from '../../prisma/lock.ts';
import { loadMessageToSettle, type MessageToSettle } from '../messages/settling/message-to-settle.ts';
import { settleMessage } from '../messages/settling/settle-message.ts';
import type { FactContext, Telling } from '../outcome.ts';

/** The refusal of what had not left when a person stopped the run; an English sentence of the API. */
export const STOPPED = {
  code: 'stopped',
  detail: 'The run was stopped before this reminder left.',
} as const satisfies { code: RunRefusalCode; detail: string };

/**
 * True when a person has stopped the run. Read it under the lock of the customer: the stop itself takes no lock, and
 * the holder of one goes by what is stored once it has the lock.
 */
export async function isRunStopped(tx: Transaction, runId: string): Promise<boolean> {
  const run = await tx.run.findUnique({ where: { id: runId }, select: { stoppedAt: true } });
  return run?.stoppedAt != null;
}

/** Refuses items of a stopped run: those that wait, or those of a message that was taken back. */
export async function refuseStopped(tx: Transaction, where: Prisma.RunItemWhereInput): Promise<void> {
  await tx.runItem.updateMany({ where, data: { state: 'refused', messageId: null, ...STOPPED } });
}

/**
 * Messages of a stopped run that the provider certainly does not have, oldest first, at most `most`. Leaves out a
 * message whose last try is unknown, and a letter that waits to be posted, which a person may have in their hands.
 */
export async function messagesStillHere(db: Database, runId: string, most: number): Promise<string[]> {
  const here = await db.message.findMany({
    where: {
      ...{ runId, status: { in: ['reserved', 'rendered'] }, unknownSinceAt: null },
      NOT: { ...POSTED_BY_PERSON_WHERE, status: 'rendered' },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: most,
  });
  return here.map(({ id }) => id);
}

/** Does the same check for one message, under its lock. */
const isToTakeBack = (message: MessageToSettle): boolean =>
  message.unknownSinceAt === null &&
  (message.status === 'reserved' || (message.status === 'rendered' && !isPostedByPerson(message)));

/**
 * Cancels a message of a stopped run, under the lock of its customer. None is made in its place, and its steps are
 * planned again. Does nothing if it was handed over meanwhile. Returns whom to tell.
 */
export async function takeBack(
  tx: Transaction,
  context: FactContext,
  runId: string,
  messageId: string,
): Promise<Telling[]> {
  await lockCustomerOfMessage(tx, context.creditorId, messageId);
  const message = await loadMessageToSettle(tx, messageId);
  if (!isToTakeBack(message)) return [];
  const tellings = await settleMessage(tx, context, message, { kind: 'cancelled', reason: 'run_stopped' });
  await refuseStopped(tx, { runId, messageId });
  return tellings;
}
