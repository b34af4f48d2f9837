import { addYears, type LocalDate } from '../calendar/local-date.ts';

/** What a customer is called once he is erased, in his lists and letters. */
export const ERASED_NAME = 'Client effacé';

/**
 * From which day a customer may be erased: `years` after the last of his cases ended, or the last of his money came, came back or was paid
 * back (C. com. L123-22 has accounting documents kept for ten). Null: nothing of him is an accounting document, so no time has to pass.
 */
export function erasableFrom(lastOn: LocalDate | null, years: number): LocalDate | null {
  return lastOn === null ? null : addYears(lastOn, years);
}
