const DAY_MS = 86_400_000;

/** The local date of an instant, or the date itself. */
export function dayIn(value: string, timeZone: string): string {
  if (value.length === 10) return value;
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(value));
}

/** Calendar days from one local date to another; negative when the second is before. */
export const daysBetween = (fromOn: string, toOn: string): number =>
  Math.round((Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS);
