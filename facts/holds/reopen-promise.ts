import { startAgainCents } from '../../domain/holds/promise.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import { settleStandingPromises } from '../money/settle-standing-promises.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { conflict } from '../refused.ts';
import { findHold } from './find-hold.ts';
import { type HoldRow, type PromiseAnswer, promiseAnswer } from './hold-answer.ts';
import { type OpenCase, takeOpenCase, tellAgain } from './open-case.ts';
import { missingOf } from './missing-of-promises.ts';
import { type EndedHold, inForceAgain, withdrawConfirmation } from './in-force-again.ts';

/**
 * Puts a promise that was withdrawn by mistake back in force, for the same day. Money that came since it was made
 * counts for it, except what other promises have used, so it may be kept at once. Refused once its day and the days of
 * grace are over, for a promise that was kept or broken, and when the same, or more than the balance allows, was
 * promised since. Does nothing when it is in force already.
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
    const settledAtStartCents = await startAgain(tx, invoice, hold);
    refusePromisedAgain(invoice, { ...hold, settledAtStartCents });
    await withdrawConfirmation(tx, invoice, hold);
    const again = inForceAgain(hold, context.at);
    await tx.hold.update({ where: { id: hold.id }, data: { ...again, settledAtStartCents } });
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

type WithdrawnPromise = EndedHold & { settledAtStartCents: number | null };

/**
 * The paid amount from which money counts for this promise, in cents: promises kept since its withdrawal keep what they
 * used.
 */
async function startAgain(
  tx: Transaction,
  invoice: OpenCase,
  { settledAtStartCents, endedAt }: WithdrawnPromise,
): Promise<number> {
  const kept = await tx.hold.findMany({
    where: { invoiceId: invoice.id, kind: 'promise', outcome: 'kept', endedAt: { gte: endedAt! } },
    select: { amountCents: true, settledAtStartCents: true },
    orderBy: [{ endedAt: 'asc' }, { untilOn: 'asc' }, { id: 'asc' }],
  });
  const amounts = kept.map((one) => ({
    amountCents: one.amountCents ?? 0,
    settledAtStartCents: one.settledAtStartCents ?? 0,
  }));
  return startAgainCents(Math.min(settledAtStartCents ?? 0, invoice.paidCents), amounts, invoice.paidCents);
}

/**
 * Refuses when the amount was promised again since: it would be waited for twice, and be broken although it was paid.
 */
function refusePromisedAgain(invoice: OpenCase, hold: WithdrawnPromise): void {
  const standing = invoice.holds.filter(({ kind }) => kind === 'promise');
  const since = standing.filter(({ sinceAt }) => hold.endedAt !== null && sinceAt >= hold.endedAt);
  const isSame = (one: HoldRow) =>
    one.amountCents === hold.amountCents && one.untilOn?.getTime() === hold.untilOn?.getTime();
  if (since.some(isSame))
    throw conflict('promised_again', 'The same amount was promised again for the same day since, and this stands.');
  const missing = missingOf([...standing, hold], invoice.paidCents);
  const missingCents = [...missing.values()].reduce((sum, cents) => sum + cents, 0);
  if (since.length > 0 && missingCents > invoice.balanceCents)
    throw conflict('above_balance', 'With what was promised since, more would be promised than the balance.');
}

async function note(
  tx: Transaction,
  context: FactContext,
  { id: invoiceId, customerId }: { id: string; customerId: string },
  data: { holdId: string; amountCents: number; currency: string; promisedOn?: string },
): Promise<void> {
  await recordHistory(tx, context, [{ customerId, invoiceId, kind: 'promise', data: { ...data, again: true } }]);
}
