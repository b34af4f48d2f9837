import { readCustomers } from '../../facts/customers/customer-view.ts';
import { type CustomerPage, orderCustomers } from '../../facts/customers/order-customers.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';
import { defineList, type ListRequest } from '../frame/list.ts';
import type { Page } from '../frame/keyset.ts';
import { readingOf } from '../invoices/reading.ts';
import { customerBodies } from './customer-body.ts';
import { customerCondition, customerFilters } from './customer-filters.ts';
import { customer } from './customer-schema.ts';

type Request = ListRequest<typeof customerFilters>;

export const listCustomersEndpoint = defineList({
  path: '/v1/customers',
  tag: 'Customers',
  summary: 'List customers, with what they owe',
  description:
    '`hold`: with a hold of that kind on the customer or on an invoice; `late`: with an overdue invoice; `unallocated`: ' +
    'with payments that are not fully allocated; `erasable`: whose retention period is over. Amounts owed, sorting by them, ' +
    '`late` and `unallocated` are about one currency: the creditor’s, unless `currency` says otherwise.',
  who: ['collector'],
  filters: customerFilters,
  sorts: {
    name: { column: 'name', type: 'text' },
    reference: { column: 'reference', type: 'text' },
    created_at: { column: 'createdAt', type: 'instant' },
    balance_cents: { column: 'balanceCents', type: 'cents' },
    overdue_cents: { column: 'overdueCents', type: 'cents' },
  },
  defaultSort: 'name',
  row: customer,
  readPlaced: async (request, page) => {
    const { db } = request.context;
    const places = page.whole ? await nextOfAll(request, page) : await order(request, page);
    const ids = places.map(({ id }) => id);
    const rows = await customerBodies(request, await readCustomers(db, { where: { id: { in: ids } } }));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return places.flatMap((position) => {
      const row = byId.get(position.id);
      return row ? [{ row, position }] : [];
    });
  },
  count: async (request) => {
    const { auth, context } = request;
    const fitting = await customerCondition(request, readingOf(request));
    const [row] = await context.db.$queryRaw<{ count: bigint }[]>`${Prisma.raw(PLANNED_ANEW)}
      SELECT count(*) FROM customers c WHERE c."creditorId" = ${auth.creditorId}::uuid AND ${fitting}`;
    return Number(row?.count ?? 0);
  },
});

async function order(request: Request, page: Pick<Page, 'sort' | 'descending' | 'after'> & { take: number | null }) {
  const { auth, context } = request;
  const reading = readingOf(request);
  const fitting = await customerCondition(request, reading);
  const { descending, take, after } = page;
  const by = page.sort as CustomerPage['by'];
  const position = after && { value: after.value ?? '', id: after.id };
  return orderCustomers(context.db, auth.creditorId, fitting, reading, { by, descending, take, after: position });
}

const orders = new WeakMap<Request, ReturnType<typeof order>>();

/** For a whole list, which is read in batches: the order is computed once, because it sums up what every customer owes. */
async function nextOfAll(request: Request, page: Page): ReturnType<typeof order> {
  const asked = orders.get(request) ?? order(request, { ...page, take: null });
  orders.set(request, asked);
  const places = await asked;
  const next = page.after ? places.findIndex(({ id }) => id === page.after?.id) + 1 : 0;
  return places.slice(next, next + page.take);
}
