const HOUR_MS = 3_600_000;

/** After the first question, which is asked before a message is given up as ambiguous. */
const PAUSES_HOURS = [1, 5, 18, 24, 24, 24, 24, 24, 24];

/**
 * When the provider is asked again about a message of which nobody knows whether it left: after an hour, then more and more
 * seldom for a week. Null: no more; a webhook or a person settles it.
 */
export function nextAskAt(round: number, nowAt: string): string | null {
  const pause = PAUSES_HOURS[round];
  return pause === undefined ? null : new Date(Date.parse(nowAt) + pause * HOUR_MS).toISOString();
}
