// The only file that knows time zones. It reads the machine's tz database, so workflow code must not import it: a new
// database would break a replay. `/implementation`, because a native Temporal is not patched in the workflow sandbox.
import { Temporal } from 'temporal-polyfill/implementation';
import { addDays, type LocalDate } from './local-date.ts';

/** The local day in `timeZone` at that instant. */
export function localDate(at: string, timeZone: string): LocalDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The wall clock in `timeZone` at that instant. */
export function localClock(at: string, timeZone: string): { hour: number; minute: number } {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return { hour, minute };
}

/**
 * The instant at which it is `hour` o'clock (0–23) on that day. When the clocks skip that hour, the instant later by as
 * much as they moved; when that hour comes twice, the first of the two.
 */
export function instantAt(on: LocalDate, hour: number, timeZone: string): string {
  const local = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) });
  return new Date(local.epochMilliseconds).toISOString();
}

/** The first instant of the day after `on`: a pause until `on` ends there. */
export function startOfDayAfter(on: LocalDate, timeZone: string): string {
  const local = Temporal.PlainDate.from(addDays(on, 1)).toZonedDateTime(timeZone);
  return new Date(local.epochMilliseconds).toISOString();
}

/** The zones that every runtime lists: lower-case name → usual spelling. */
const LISTED = new Map([...Intl.supportedValuesOf('timeZone'), 'UTC'].map((name) => [name.toLowerCase(), name]));
/**
 * Areas of the tz database. Other names (abbreviations, `US/…` and the like) are aliases that not every system knows.
 */
const AREA = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/**
 * The zone that `name` means, in the spelling that Postgres and Temporal read (`europe/paris` is `Europe/Paris`). Null
 * for an unknown name, for an abbreviation that several zones share (`CST`), and for an offset, which has no summer
 * time.
 */
export function zoneNamed(name: string): string | null {
  const listed = LISTED.get(name.toLowerCase());
  if (listed || !/^[A-Za-z]/.test(name)) return listed ?? null;
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    const spelled = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
    const known = LISTED.get(canonical.toLowerCase()) ?? null;
    // A zone's current name (`Asia/Kolkata`) is kept even when the runtime lists the zone under an older one.
    return known && AREA.test(spelled) ? spelled : known;
  } catch {
    return null;
  }
}
