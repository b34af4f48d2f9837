import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { startOfDayAfter } from '../calendar/local-time.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { HoldKind } from '../case/state.ts';

/**
 * The instant at which a hold ends by itself; null when a person ends it. A promise ends at local midnight after
 * `promiseGraceDays` further working days, a pause at local midnight after its last day.
 */
export function holdEndsAt(
  hold: { kind: HoldKind; untilOn: LocalDate | null },
  calendar: BusinessCalendar,
  promiseGraceDays: number,
): string | null {
  const { kind, untilOn } = hold;
  if (untilOn === null) return null;
  switch (kind) {
    case 'promise': {
      const lastOn = addWorkingDays(untilOn, promiseGraceDays, calendar.holidayZone);
      return startOfDayAfter(lastOn, calendar.timeZone);
    }
    case 'pause':
    case 'customer_pause':
      return startOfDayAfter(untilOn, calendar.timeZone);
    default:
      return null;
  }
}
