import { missingCents } from '../../domain/holds/promise.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';

/** What has not come yet of each promise that stands on this invoice, integer cents by its id. */
export async function missingOfPromises(db: Database, invoiceId: string): Promise<ReadonlyMap<string, number>> {
  const invoice = await db.invoice.findUnique({
    where: { id: invoiceId },
    select: { paidCents: true, holds: { where: { kind: 'promise', endedAt: null } } },
  });
  if (!invoice) return new Map();
  const promises = invoice.holds.map(({ id, amountCents, untilOn, sinceAt, settledAtStartCents }) => ({
    id,
    amountCents: amountCents ?? 0,
    promisedOn: fromDateColumn(untilOn ?? sinceAt),
    // Money that came before the promise and went back since is owed again, beside what was promised.
    settledAtStartCents: Math.min(settledAtStartCents ?? 0, invoice.paidCents),
  }));
  return missingCents(promises, invoice.paidCents);
}
