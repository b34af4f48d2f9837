import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Database } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { changedBy } from '../decisions/decision.ts';
import { recordHistory } from '../history.ts';
import { loadMessageToSettle } from '../messages/settling/message-to-settle.ts';
import { isStillHere, settleMessage } from '../messages/settling/settle-message.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import { loadSpecific } from './load-specific.ts';
import { releaseSpecific } from './release-specific.ts';

/**
 * Deletes a specific action: nothing of it leaves any more, and the scenario goes on with its invoices. Repeating it
 * changes nothing. Refuses one that is done, skipped or on its way.
 */
export async function deleteSpecific(db: Database, context: FactContext, actionId: string): Promise<Telling[]> {
  return db.$transaction(async (tx) => {
    const found = await tx.specificAction.findFirst({
      where: { id: actionId, creditorId: context.creditorId },
      select: { action: { select: { id: true, customerId: true } } },
    });
    if (!found) throw notFound();
    await lockAction(tx, found.action);
    const action = await loadSpecific(tx, actionId);
    if (!action) throw notFound();
    const invoiceIds = action.invoices.map((one) => one.invoiceId);
    if (action.state === 'cancelled') return changedBy(invoiceIds, 'deleted');
    if (action.state !== 'open') throw conflict('already_done', 'This action is done or skipped already.');
    if (action.messageId !== null) {
      const letter = await loadMessageToSettle(tx, action.messageId);
      if (!isPostedByPerson(letter) && !isStillHere(letter))
        throw conflict('already_handed_over', 'This action is on its way already.');
      await settleMessage(tx, context, letter, { kind: 'cancelled', reason: 'withdrawn' });
    }
    const settled = { state: 'cancelled', reason: 'deleted', settledAt: context.at, messageId: null } as const;
    await tx.action.update({ where: { id: actionId }, data: settled });
    const released = await releaseSpecific(tx, context, actionId);
    const data = { title: action.title ?? undefined, outcome: 'deleted' };
    const { customerId } = action;
    const lines = released.map((invoiceId) => ({ customerId, invoiceId, kind: 'specific_action' as const, data }));
    await recordHistory(tx, context, lines);
    return changedBy(invoiceIds, 'deleted');
  });
}
