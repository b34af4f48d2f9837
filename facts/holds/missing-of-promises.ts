import { missingCents } from '../../domain/holds/promise.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';

/** The columns of a `holds` row that are needed here. */
interface StandingRow {
  id: string;
  amountCents: number | null;
  untilOn: Date | null;
  sinceAt: Date;
  settledAtStartCents: number | null;
}

/** What has not been paid yet of each promise in force on this invoice: integer cents by hold id. */
export async function missingOfPromises(db: Database, invoiceId: string): Promise<ReadonlyMap<string, number>> {
  const invoice = await db.invoice.findUnique({
    where: { id: invoiceId },
    select: { paidCents: true, holds: { where: { kind: 'promise', endedAt: null } } },
  });
  return invoice ? missingOf(invoice.holds, invoice.paidCents) : new Map();
}

/** What has not been paid yet of each of these promises, which were already read: integer cents by hold id. */
export function missingOf(promises: readonly StandingRow[], paidCents: number): Map<string, number> {
  const standing = promises.map(({ id, amountCents, untilOn, sinceAt, settledAtStartCents }) => ({
    id,
    amountCents: amountCents ?? 0,
    promisedOn: fromDateColumn(untilOn ?? sinceAt),
    // Money that came before the promise and was reversed since is owed again, in addition to what was promised.
    settledAtStartCents: Math.min(settledAtStartCents ?? 0, paidCents),
  }));
  return missingCents(standing, paidCents);
}
