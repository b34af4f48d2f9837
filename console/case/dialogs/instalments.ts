/** One of several promises. */
export interface Instalment {
  /** Integer cents. */
  cents: number | null;
  /** A local day. */
  on: string | null;
}

export const FEWEST = 2;
export const MOST = 24;

/** A promise as the API lists it. */
interface Listed {
  state: string;
  promised_on: string | null;
  missing_cents: number | null;
}

/** What has still to come of promises, with their days, and how much of the balance nobody has promised yet. */
export function promisedOf(promises: readonly Listed[], balanceCents: number) {
  const standing = promises
    .filter(({ state }) => state === 'open')
    .map(({ missing_cents: cents, promised_on: on }) => ({ cents, on }));
  return { standing, openCents: Math.max(0, balanceCents - sumOf(standing)) };
}

/** A sum in equal parts, month by month from a day on; the last one has what cannot be divided. */
export function monthly(cents: number, count: number, firstOn: string): Instalment[] {
  const part = Math.floor(cents / count);
  return Array.from({ length: count }, (_, at) => ({
    cents: at === count - 1 ? cents - part * at : part,
    on: addMonths(firstOn, at),
  }));
}

/** The same day so many months later; of a day that the month does not have its last one. */
function addMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const lastOf = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOf))).toISOString().slice(0, 10);
}

export const sumOf = (instalments: readonly Instalment[]): number =>
  instalments.reduce((sum, { cents }) => sum + (cents ?? 0), 0);

/** Each has its amount and its day, and no two the same: the same amount for the same day is one promise. */
export function isComplete(instalments: readonly Instalment[]): boolean {
  const said = instalments.map(({ cents, on }) => (cents && on ? `${cents} ${on}` : null));
  return said.length > 0 && !said.includes(null) && new Set(said).size === said.length;
}

/** The day of the last one; null while none has a day. */
export const lastDayOf = (instalments: readonly Instalment[]): string | null =>
  instalments.reduce<string | null>((last, { on }) => (on && (!last || on > last) ? on : last), null);
