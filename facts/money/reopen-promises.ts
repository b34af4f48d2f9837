import { noMoreKept } from '../../domain/holds/promise.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { standsAgain } from '../holds/in-force-again.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/**
 * Called after money went back from an open case: the promises that it had kept are in force again, each for at most
 * what credits left to pay when it was made. Returns them, the earliest day first; the day and the days of grace of
 * some may be over already.
 */
export async function reopenPromises(
  tx: Transaction,
  { at }: FactContext,
  { settings }: BusinessDay,
  invoice: InvoiceRow,
) {
  const { id: invoiceId } = invoice;
  const kept = await tx.hold.findMany({
    where: { invoiceId, kind: 'promise', outcome: 'kept' },
    orderBy: [{ untilOn: 'asc' }, { id: 'asc' }],
  });
  if (kept.length === 0) return [];
  const money = await tx.allocation.findMany({
    where: { invoiceId, reversedAt: null, paymentId: { not: null } },
    orderBy: [{ allocatedAt: 'asc' }, { id: 'asc' }],
  });
  const missing = noMoreKept(
    kept.map((hold) => ({
      id: hold.id,
      amountCents: Math.min(hold.amountCents ?? 0, owedAfterCredits(invoice, hold)),
      promisedOn: fromDateColumn(hold.untilOn ?? hold.sinceAt),
      come: money.filter((one) => cameAfter(one, hold)),
    })),
    settings.toleranceCents,
  );
  const again = kept.filter(({ id }) => missing.includes(id));
  for (const hold of again) await tx.hold.update({ where: { id: hold.id }, data: standsAgain(hold, at) });
  return again;
}

/** What was left to pay when a promise was made, as if all credits had come before it, in cents. */
function owedAfterCredits(
  { totalCents, creditedCents }: InvoiceRow,
  { settledAtStartCents }: { settledAtStartCents: number | null },
): number {
  return Math.max(0, totalCents - creditedCents - (settledAtStartCents ?? 0));
}

/** Two things stored at the same instant are ordered by their ids. */
function cameAfter(money: { id: string; allocatedAt: Date }, hold: { id: string; sinceAt: Date }): boolean {
  const [came, made] = [money.allocatedAt.getTime(), hold.sinceAt.getTime()];
  return came === made ? money.id > hold.id : came > made;
}
