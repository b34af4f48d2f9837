/** A race within so many milliseconds counts as near the hand-over. */
export const WITHIN_MS = 50;
export const NEAR = `posted within ${WITHIN_MS} ms of the hand-over`;
/** The three orders of a stop, a hand-over and a record; in the middle one the answer names the message. */
export const ORDERS = ['paid first', 'handed over first', 'sent first'] as const;

type Counts = ReadonlyMap<string, number>;

/** What these races fail to show, one sentence each; empty when `near` of them were near and each order has occurred. */
export function racesShort(counts: Counts, raced: number, near: number): string[] {
  const countOf = (what: string) => counts.get(what) ?? 0;
  const far =
    countOf(NEAR) < near
      ? [`of ${raced} races only ${countOf(NEAR)} within ${WITHIN_MS} ms: the machine is too busy for them`]
      : [];
  const missing = ORDERS.filter((order) => countOf(order) === 0);
  return [...far, ...missing.map((order) => `none of ${raced} races ended with ${order}`)];
}

export const RESETS_AFTER_ACCEPTING = 0.3;
/** With some hundred calls, chance leads no further from the planned share than this. */
const FAR_OFF = 0.15;
const HUNDRED_OR_SO = 60;

export const OTHERS = ['reset', '500', '429', '409', 'bad_body'] as const;
/** A call that is given up takes seconds of real time, so there are few. */
export const NEVER_ANSWERED = ['accept_then_timeout', 'timeout'] as const;

/** The faults that the calls to the provider did not meet as planned, one sentence each; `met` counts them by kind, with `none`. */
export function faultsShort(met: Counts): string[] {
  const timesOf = (...kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (met.get(kind) ?? 0), 0);
  const calls = timesOf(...met.keys());
  const share = calls === 0 ? 0 : timesOf('accept_then_reset') / calls;
  // With few calls the share is left to chance.
  const isAsAsked = calls < HUNDRED_OR_SO ? share > 0 : Math.abs(share - RESETS_AFTER_ACCEPTING) < FAR_OFF;
  return [
    ...(isAsAsked ? [] : [`${(100 * share).toFixed(0)} % of ${calls} calls were accepted and reset`]),
    ...(timesOf(...OTHERS) > 0 ? [] : [`none of ${calls} calls was refused or reset`]),
    ...(timesOf(...NEVER_ANSWERED) > 0 ? [] : [`every one of ${calls} calls was answered`]),
  ];
}
