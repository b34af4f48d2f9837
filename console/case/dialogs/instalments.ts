/** One of several promises. */
export interface Instalment {
  /** Integer cents. */
  cents: number | null;
  /** Local day. */
  on: string | null;
}

export const FEWEST = 2;
export const MOST = 24;

/** A promise, as the API lists it. */
interface Listed {
  state: string;
  promised_on: string | null;
  missing_cents: number | null;
}

/**
 * The promises still open, with what each has yet to receive and its day, and how much of the balance is not promised
 * yet.
 */
export function promisedOf(promises: readonly Listed[], balanceCents: number) {
  const standing = promises
    .filter(({ state }) => state === 'open')
    .map(({ missing_cents: cents, promised_on: on }) => ({ cents, on }));
  return { standing, openCents: Math.max(0, balanceCents - sumOf(standing)) };
}

/** Splits a sum into equal monthly parts from a day on. The last part takes the remainder. */
export function monthly(cents: number, count: number, firstOn: string): Instalment[] {
  const part = Math.floor(cents / count);
  return Array.from({ length: count }, (_, at) => ({
    cents: at === count - 1 ? cents - part * at : part,
    on: addMonths(firstOn, at),
  }));
}

/** The day some months later, or the last day of the month when it has no such day. */
function addMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const lastOf = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOf))).toISOString().slice(0, 10);
}

export const sumOf = (instalments: readonly Instalment[]): number =>
  instalments.reduce((sum, { cents }) => sum + (cents ?? 0), 0);

/**
 * Whether every instalment has an amount and a day and no two are equal: for the API, the same amount on the same day
 * is one promise.
 */
export function isComplete(instalments: readonly Instalment[]): boolean {
  const said = instalments.map(({ cents, on }) => (cents && on ? `${cents} ${on}` : null));
  return said.length > 0 && !said.includes(null) && new Set(said).size === said.length;
}

/** The latest day of the instalments. Null when none has a day. */
export const lastDayOf = (instalments: readonly Instalment[]): string | null =>
  instalments.reduce<string | null>((last, { on }) => (on && (!last || on > last) ? on : last), null);
