/**
 * Turns a row that Postgres gave as JSON into the form that Prisma gives: instants (`…At`, `at`) and days (`…On`, `on`)
 * become Date, in nested rows too. Amounts are safe integers in JSON already. JSON columns are left alone.
 */
export function rowInCode<Row>(json: unknown): Row {
  return revived('', json) as Row;
}

/** Columns that hold JSON: strings in them are never turned into dates. */
const JSON_COLUMNS = new Set([
  'actor',
  'answer',
  'args',
  'body',
  'criteria',
  'data',
  'earlierLapses',
  'headers',
  'interestRates',
  'reasons',
  'refused',
  'stoppedBy',
  'verdict',
  'warnings',
]);
const IS_DATE = /(^at|^on|At|On)$/;

function revived(name: string, value: unknown): unknown {
  if (typeof value === 'string') return IS_DATE.test(name) ? new Date(value) : value;
  if (typeof value !== 'object' || value === null || JSON_COLUMNS.has(name)) return value;
  if (Array.isArray(value)) return value.map((item) => revived('', item));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(key, inner)]));
}
