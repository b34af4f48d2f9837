/** The largest amount anywhere, 100 milliards (10¹¹ units): small enough that sums of many stay exact integers. */
export const MAX_CENTS = 1e13;

/** Whether the value is a whole number of cents from zero to `MAX_CENTS`. */
export function isCents(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= MAX_CENTS;
}
