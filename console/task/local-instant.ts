/** What a clock on the creditor's wall shows at an instant: `2026-12-04 09:00:00`. */
export function wallClockOf(instant: string, timeZone: string): string {
  const form = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', form).format(new Date(instant));
}

/** The instant at which the creditor's wall clock shows this; in the hour that does not exist, the one after. */
export function instantOf(wallClock: string, timeZone: string): string {
  const asIfUtc = Date.parse(`${wallClock.replace(' ', 'T')}Z`);
  // The offset is that of the instant looked for: a first guess, then once more where it lay across a change.
  let at = asIfUtc;
  for (let look = 0; look < 2; look += 1) {
    const shown = Date.parse(`${wallClockOf(new Date(at).toISOString(), timeZone).replace(' ', 'T')}Z`);
    at += asIfUtc - shown;
  }
  return new Date(at).toISOString();
}
