import type { AgedQuery } from '../../facts/dashboard/aged-balance.ts';
import { customerCondition, customerFilters } from '../customers/customer-filters.ts';
import type { ListRequest } from '../frame/list.ts';
import { readingOf } from '../invoices/reading.ts';

const { q, kind, collector_id, group_id, currency } = customerFilters;

/** Which customers an aged balance covers, and in which currency. */
export const agedFilters = { q, kind, collector_id, group_id, currency };

/** The filters as a query, for today in the creditor's time zone. */
export async function agedQuery(request: ListRequest<typeof agedFilters>): Promise<AgedQuery & { currency: string }> {
  const reading = readingOf(request);
  const { todayOn, currency: inCurrency } = reading;
  const fitting = await customerCondition(request, reading);
  return { creditorId: request.auth.creditorId, currency: inCurrency, todayOn, fitting };
}
