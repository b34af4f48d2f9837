import type { Database } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { caseClosed, conflict } from '../refused.ts';
import { endHold } from './end-hold.ts';
import { findHold } from './find-hold.ts';
import { takeCase, tellAgain } from './open-case.ts';
import { cancelReview } from './review-task.ts';

/**
 * A person ends a dispute without a verdict, or an upheld one without its credit. Repeating it changes nothing; a
 * dispute that was resolved otherwise is refused.
 */
export async function withdrawDispute(
  db: Database,
  context: FactContext,
  ids: { invoiceId: string; disputeId: string },
): Promise<FactOutcome<null>> {
  return db.$transaction(async (tx) => {
    const { invoiceId } = ids;
    const invoice = await takeCase(tx, context, invoiceId);
    const where = { id: ids.disputeId, creditorId: context.creditorId, invoiceId, kind: 'dispute' } as const;
    const hold = await findHold(tx, where);
    const telling = { invoiceId, signal: 'disputeResolved', data: { holdId: hold.id, outcome: 'withdrawn' } } as const;
    if (hold.outcome === 'withdrawn') {
      return { answer: null, tellings: tellAgain(invoice, telling), replayed: true, handedOver: [] };
    }
    if (invoice.closedAs !== null) throw caseClosed();
    if (hold.endedAt !== null) throw conflict('dispute_over', `This dispute is over: ${String(hold.outcome)}.`);
    const day = await readBusinessDay(tx, context);
    await endHold(tx, day, hold, { outcome: 'withdrawn', at: context.at, invoiceIds: [invoiceId] });
    await cancelReview(tx, hold.id, 'dispute_withdrawn', context.at);
    await raiseVersion(tx, [invoiceId]);
    const data = { holdId: hold.id, outcome: 'withdrawn', awaitingCredit: hold.awaitingCredit };
    await recordHistory(tx, context, [{ customerId: invoice.customerId, invoiceId, kind: 'dispute_resolved', data }]);
    return { answer: null, tellings: [telling], replayed: false, handedOver: [] };
  });
}
