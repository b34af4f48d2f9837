/** The sums of rows by currency, in the order of first appearance. */
export function sumsByCurrency<Row extends { currency: string }>(
  rows: readonly Row[],
  centsOf: (row: Row) => number,
): { currency: string; cents: number }[] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0) + centsOf(row));
  return [...sums].map(([currency, cents]) => ({ currency, cents }));
}
