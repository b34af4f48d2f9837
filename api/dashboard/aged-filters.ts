import type { AgedQuery } from '../../facts/dashboard/aged-balance.ts';
import { customerCondition, customerFilters } from '../customers/customer-filters.ts';
import type { ListRequest } from '../frame/list.ts';
import { readingOf } from '../invoices/reading.ts';

const { q, kind, collector_id, group_id, currency } = customerFilters;

/** Of whom a balance by age is, and in which currency. */
export const agedFilters = { q, kind, collector_id, group_id, currency };

/** What the filters ask for, as of today where the creditor is. */
export async function agedQuery(request: ListRequest<typeof agedFilters>): Promise<AgedQuery & { currency: string }> {
  const reading = readingOf(request);
  const { todayOn, currency: inCurrency } = reading;
  const fitting = await customerCondition(request, reading);
  return { creditorId: request.auth.creditorId, currency: inCurrency, todayOn, fitting };
}
