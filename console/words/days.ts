const DAY_MS = 86_400_000;

/** The local date of an instant. A date is returned as it is. */
export function dayIn(value: string, timeZone: string): string {
  if (value.length === 10) return value;
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(value));
}

/** Calendar days between two local dates; negative when the second is earlier. */
export const daysBetween = (fromOn: string, toOn: string): number =>
  Math.round((Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS);
