import { holdEndsAt } from '../../domain/holds/hold-end.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Settings } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar } from '../business-calendar.ts';

type Days = Pick<Settings, 'creditorId' | 'timeZone' | 'holidayZone' | 'sendHour' | 'promiseGraceDays'>;

/**
 * Recomputes when promises and pauses end, after a creditor's calendar settings changed; also those that a payment
 * ended, which come back in force if it is reversed. Holds of the same kind and day end at the same instant. Called
 * under the locks of all customers.
 */
export async function moveHoldEnds(tx: Transaction, settings: Days): Promise<void> {
  const { creditorId, promiseGraceDays } = settings;
  const calendar = businessCalendar(settings);
  const standing = {
    creditorId,
    kind: { in: ['promise' as const, 'pause' as const, 'customer_pause' as const] },
    OR: [{ endedAt: null }, { outcome: { in: ['kept', 'case_closed'] } }],
  };
  const days = await tx.hold.groupBy({ by: ['kind', 'untilOn'], where: { ...standing, untilOn: { not: null } } });
  const ends = days.map(({ kind, untilOn: day }) => {
    const untilOn = fromDateColumn(day!);
    return { kind, untilOn, endsAt: holdEndsAt({ kind, untilOn }, calendar, promiseGraceDays) };
  });
  // One statement, since years of promises have a thousand different days.
  await tx.$executeRaw`
    UPDATE holds h SET "endsAt" = e."endsAt"
    FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) AS e(kind "HoldKind", "untilOn" date, "endsAt" timestamptz)
    WHERE h."creditorId" = ${creditorId}::uuid AND h.kind = e.kind AND h."untilOn" = e."untilOn"
      AND (h."endedAt" IS NULL OR h.outcome IN ('kept', 'case_closed'))`;
}
