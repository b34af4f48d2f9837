import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import { settleStandingPromises } from '../money/settle-standing-promises.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { conflict } from '../refused.ts';
import { findHold } from './find-hold.ts';
import { type PromiseAnswer, promiseAnswer } from './hold-answer.ts';
import { readBusinessDay, takeOpenCase, tellAgain } from './open-case.ts';
import { type EndedHold, IN_FORCE_AGAIN, takeBackConfirmation } from './take-end-back.ts';

/**
 * A promise that was withdrawn by mistake stands again as it was made: for the same day, and the money that has come since it was made
 * counts for it, so that it may be kept by now. Refused once its day and the days of grace are over, and of one that was kept or
 * broken. Again, it changes nothing.
 */
export async function reopenPromise(
  db: Database,
  context: FactContext,
  ids: { invoiceId: string; promiseId: string },
): Promise<FactOutcome<PromiseAnswer>> {
  return db.$transaction(async (tx) => {
    const { invoiceId } = ids;
    const invoice = await takeOpenCase(tx, context, invoiceId);
    const where = { id: ids.promiseId, creditorId: context.creditorId, invoiceId, kind: 'promise' } as const;
    const hold = await findHold(tx, where);
    const handedOver = await readHandedOver(tx, [invoiceId]);
    const { amountCents, untilOn } = hold;
    const promisedOn = untilOn ? { promisedOn: fromDateColumn(untilOn) } : {};
    const data = { holdId: hold.id, amountCents: amountCents ?? 0, currency: invoice.currency, ...promisedOn };
    const telling = { invoiceId, signal: 'promiseReceived', data } as const;
    if (hold.endedAt === null)
      return { answer: promiseAnswer(hold), tellings: tellAgain(invoice, telling), replayed: true, handedOver };
    refuse(hold, context.at);
    await takeBackConfirmation(tx, invoice, hold);
    await tx.hold.update({ where: { id: hold.id }, data: IN_FORCE_AGAIN });
    await raiseVersion(tx, [invoiceId]);
    await note(tx, context, invoice, data);
    await settleStandingPromises(tx, context, await readBusinessDay(tx, context), invoice);
    const answer = promiseAnswer(await findHold(tx, where));
    return { answer, tellings: [telling], replayed: false, handedOver };
  });
}

function refuse({ outcome, endsAt }: EndedHold & { endsAt: Date | null }, at: Date): void {
  if (outcome !== 'withdrawn') throw conflict('promise_over', `This promise is over: ${String(outcome)}.`);
  if (endsAt && endsAt <= at)
    throw conflict('promise_day_over', 'The day of this promise and its days of grace are over.');
}

async function note(
  tx: Transaction,
  context: FactContext,
  { id: invoiceId, customerId }: { id: string; customerId: string },
  data: { holdId: string; amountCents: number; currency: string; promisedOn?: string },
): Promise<void> {
  await recordHistory(tx, context, [{ customerId, invoiceId, kind: 'promise', data: { ...data, again: true } }]);
}
