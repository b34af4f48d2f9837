/** The largest amount anywhere, 100 milliards: far from where integers stop being exact, whatever is summed. */
export const MAX_CENTS = 1e13;

/** A whole number of cents, zero or more, that sums exactly. */
export function isCents(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= MAX_CENTS;
}
