const HOUR_MS = 3_600_000;

/** Hours between the questions that follow the first one, which is asked before a message becomes ambiguous. */
const PAUSES_HOURS = [1, 5, 18, 24, 24, 24, 24, 24, 24];

/**
 * When the provider is asked again whether a message left: after an hour, then less and less often for about a week.
 * Null when it is not asked any more; then a webhook or a person settles the message.
 */
export function nextAskAt(round: number, nowAt: string): string | null {
  const pause = PAUSES_HOURS[round];
  return pause === undefined ? null : new Date(Date.parse(nowAt) + pause * HOUR_MS).toISOString();
}
