import type { Database } from '../../../prisma/client.ts';
import { lockCustomerOfMessage } from '../../../prisma/lock.ts';
import type { FactContext } from '../../outcome.ts';
import { conflict, notFound } from '../../refused.ts';
import { IN_PASSING } from './open-returns.ts';

/** A person has dealt with a soft bounce; repeating it changes nothing. Refuses any other message. */
export async function dismissReturn(db: Database, context: FactContext, messageId: string): Promise<void> {
  const { creditorId, at } = context;
  await db.$transaction(async (tx) => {
    await lockCustomerOfMessage(tx, creditorId, messageId);
    const where = { id: messageId, creditorId };
    const found = await tx.message.findFirst({ where, select: { status: true, failureCode: true, dealtWithAt: true } });
    if (!found) throw notFound();
    if (found.status !== IN_PASSING.status || found.failureCode !== IN_PASSING.failureCode)
      throw conflict('not_returned', 'This message is not a soft bounce.');
    if (!found.dealtWithAt) await tx.message.update({ where: { id: messageId }, data: { dealtWithAt: at } });
  });
}
