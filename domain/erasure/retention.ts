import { addYears, type LocalDate } from '../calendar/local-date.ts';

/** The name shown for an erased customer, in lists and letters. */
export const ERASED_NAME = 'Client effacé';

/**
 * The day from which a customer may be erased: `years` after the last case ended, or the last money came, came back or
 * was refunded (C. com. L123-22: accounting documents are kept for ten years). Null when no accounting document
 * concerns the customer, so that no time has to pass.
 */
export function erasableFrom(lastOn: LocalDate | null, years: number): LocalDate | null {
  return lastOn === null ? null : addYears(lastOn, years);
}
