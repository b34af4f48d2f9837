import {
  AGED_SORTS,
  type AgedCustomer,
  type AgedPage,
  readAgedCustomers,
  readAgedTotals,
} from '../../facts/dashboard/aged-balance.ts';
import type { Position } from '../frame/cursor.ts';
import type { Page } from '../frame/keyset.ts';
import { defineList, type ListRequest } from '../frame/list.ts';
import { agedBody, agedCustomer } from './aged-body.ts';
import { agedFilters, agedQuery } from './aged-filters.ts';

type Request = ListRequest<typeof agedFilters>;

export const listAgedBalanceEndpoint = defineList({
  path: '/v1/aged-balance',
  tag: 'Dashboard',
  summary: 'List the balance by age: what each customer owes, by how late it is',
  description:
    'As of today and in one currency: the creditor’s, unless `currency` says otherwise. Customers without open items in it ' +
    'are not listed. Amounts by age are counted as in the dashboard: open invoices, including held ones.',
  who: ['collector'],
  filters: agedFilters,
  sorts: AGED_SORTS,
  defaultSort: '-total_cents',
  row: agedCustomer,
  read: async (request, page) => {
    const { todayOn, rows } = page.whole ? await nextOfAll(request, page) : await readPage(request, page);
    return rows.map((row) => agedBody(row, todayOn));
  },
  count: async (request) => {
    const [total] = await readAgedTotals(request.context.db, await agedQuery(request));
    return total?.customers ?? 0;
  },
  positionOf: (row, sort) => ({ value: row[sort as keyof typeof row] as Position['value'], id: row.customer_id }),
});

async function readPage(request: Request, { sort, descending, after, take }: AskedPage) {
  const query = await agedQuery(request);
  const page = { by: sort as AgedPage['by'], descending, after, take };
  return { todayOn: query.todayOn, rows: await readAgedCustomers(request.context.db, query, page) };
}

type AskedPage = Pick<Page, 'sort' | 'descending' | 'after'> & { take: number | null };

const whole = new WeakMap<Request, ReturnType<typeof readPage>>();

/** For a whole list, which is read in batches: the sums are computed once. */
async function nextOfAll(request: Request, page: Page): Promise<{ todayOn: string; rows: AgedCustomer[] }> {
  const asked = whole.get(request) ?? readPage(request, { ...page, take: null });
  whole.set(request, asked);
  const { todayOn, rows } = await asked;
  const next = page.after ? rows.findIndex(({ id }) => id === page.after?.id) + 1 : 0;
  return { todayOn, rows: rows.slice(next, next + page.take) };
}
