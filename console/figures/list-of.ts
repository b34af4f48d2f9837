/** What the figures are limited to, in the terms of the lists behind them. */
export interface Narrowed {
  /** Only customers of this collector. */
  collectorId: string | undefined;
  currency: string;
  /**
   * The currency again when it is not the creditor's own. Lists of customers, and a customer's page, default to the own
   * currency.
   */
  otherCurrency: string | undefined;
}

/** The address of the list behind a figure. */
export function listOf(
  path: '/relances' | '/contentieux' | '/clients' | '/balance-agee',
  filters: Record<string, string | number>,
  { collectorId, currency, otherCurrency }: Narrowed,
): string {
  // Figures are in one currency, but lists of invoices show all currencies unless filtered.
  const of = path === '/relances' || path === '/contentieux' ? currency : otherCurrency;
  const all = { ...filters, ...(collectorId ? { collector_id: collectorId } : {}), ...(of ? { currency: of } : {}) };
  const query = new URLSearchParams(Object.entries(all).map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
}
