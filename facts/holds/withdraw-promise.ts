import type { Database } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { caseClosed, conflict } from '../refused.ts';
import { endHold } from './end-hold.ts';
import { findHold } from './find-hold.ts';
import { takeCase, tellAgain } from './open-case.ts';

/**
 * Withdraws a promise: its hold ends at once. Repeating it changes nothing; a promise that was kept or broken is
 * refused.
 */
export async function withdrawPromise(
  db: Database,
  context: FactContext,
  ids: { invoiceId: string; promiseId: string },
): Promise<FactOutcome<null>> {
  return db.$transaction(async (tx) => {
    const { invoiceId } = ids;
    const invoice = await takeCase(tx, context, invoiceId);
    const where = { id: ids.promiseId, creditorId: context.creditorId, invoiceId, kind: 'promise' } as const;
    const hold = await findHold(tx, where);
    const telling = { invoiceId, signal: 'promiseWithdrawn', data: { holdId: hold.id } } as const;
    if (hold.outcome === 'withdrawn') {
      return { answer: null, tellings: tellAgain(invoice, telling), replayed: true, handedOver: [] };
    }
    if (invoice.closedAs !== null) throw caseClosed();
    if (hold.endedAt !== null) throw conflict('promise_over', `This promise is over: ${String(hold.outcome)}.`);
    const day = await readBusinessDay(tx, context);
    await endHold(tx, day, hold, { outcome: 'withdrawn', at: context.at, invoiceIds: [invoiceId] });
    await raiseVersion(tx, [invoiceId]);
    const data = { holdId: hold.id, amountCents: hold.amountCents ?? undefined, currency: invoice.currency };
    await recordHistory(tx, context, [{ customerId: invoice.customerId, invoiceId, kind: 'promise_withdrawn', data }]);
    return { answer: null, tellings: [telling], replayed: false, handedOver: [] };
  });
}
