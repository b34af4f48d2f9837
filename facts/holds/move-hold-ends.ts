import { holdEndsAt } from '../../domain/holds/hold-end.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Settings } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar } from '../business-calendar.ts';

type Days = Pick<Settings, 'creditorId' | 'timeZone' | 'holidayZone' | 'sendHour' | 'promiseGraceDays'>;

/**
 * The creditor's days are others by now: promises and pauses end by these, those too that a payment ended and that are in force
 * again when it goes back. All of one kind with the same day end at the same instant. Under the locks of all customers.
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
  for (const { kind, untilOn } of days) {
    const endsAt = holdEndsAt({ kind, untilOn: fromDateColumn(untilOn!) }, calendar, promiseGraceDays);
    await tx.hold.updateMany({ where: { ...standing, kind, untilOn }, data: { endsAt } });
  }
}
