import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { HoldInForce } from '../case/state.ts';

/**
 * The instant at which a hold ends by itself, null when a person ends it. A promise: local midnight after
 * `promiseGraceDays` more working days; a pause: local midnight after its last day.
 */
export function holdEndsAt(
  _hold: { kind: HoldInForce['kind']; untilOn: LocalDate | null },
  _calendar: BusinessCalendar,
  _promiseGraceDays: number,
): string | null {
  throw new Error('not written yet');
}
