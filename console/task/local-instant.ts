/** The creditor's local time at an instant: `2026-12-04 09:00:00`. */
export function wallClockOf(instant: string, timeZone: string): string {
  const form = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', form).format(new Date(instant));
}

/** The instant of the creditor's local time. For an hour skipped by a time change, one hour later. */
export function instantOf(wallClock: string, timeZone: string): string {
  const asIfUtc = Date.parse(`${wallClock.replace(' ', 'T')}Z`);
  // The offset must be that of the instant itself: guess, then correct once in case a time change lies between.
  let at = asIfUtc;
  for (let look = 0; look < 2; look += 1) {
    const shown = Date.parse(`${wallClockOf(new Date(at).toISOString(), timeZone).replace(' ', 'T')}Z`);
    at += asIfUtc - shown;
  }
  return new Date(at).toISOString();
}
