/** What figures are of, as the lists behind them take it. */
export interface Narrowed {
  /** Of this collector's customers alone. */
  collectorId: string | undefined;
  currency: string;
  /** The same when it is another than the creditor's own: lists of customers, and a customer, are of the own by themselves. */
  otherCurrency: string | undefined;
}

/** The address of the list behind a figure. */
export function listOf(
  path: '/relances' | '/contentieux' | '/clients' | '/balance-agee',
  filters: Record<string, string | number>,
  { collectorId, currency, otherCurrency }: Narrowed,
): string {
  // Lists of invoices are of all currencies by themselves, and figures of one.
  const of = path === '/relances' || path === '/contentieux' ? currency : otherCurrency;
  const all = { ...filters, ...(collectorId ? { collector_id: collectorId } : {}), ...(of ? { currency: of } : {}) };
  const query = new URLSearchParams(Object.entries(all).map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
}
