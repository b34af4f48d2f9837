import { z } from 'zod';
import { foreignId } from '../../facts/inputs/fields.ts';
import { readCustomers } from '../../facts/customers/customer-view.ts';
import { inForceAt } from '../../facts/holds/in-force-at.ts';
import { orderByBalance } from '../../facts/customers/order-by-balance.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { queryBoolean, queryCurrency, queryText, uuid } from '../frame/fields.ts';
import { keyset, type Page } from '../frame/keyset.ts';
import { defineList, type ListRequest } from '../frame/list.ts';
import { containing } from '../frame/containing.ts';
import { HOLD_KINDS } from '../invoices/invoice-schema.ts';
import { type Reading, readingOf } from '../invoices/reading.ts';
import { customerBodies } from './customer-body.ts';
import { customer } from './customer-schema.ts';

const filters = {
  q: queryText.optional(),
  reference: foreignId.optional(),
  kind: z.enum(['consumer', 'professional', 'public']).optional(),
  collector_id: uuid.optional(),
  group_id: uuid.optional(),
  hold: z.enum(HOLD_KINDS).optional(),
  late: queryBoolean.optional(),
  currency: queryCurrency.optional(),
};

export const listCustomersEndpoint = defineList({
  path: '/v1/customers',
  tag: 'Customers',
  summary:
    'Customers, with what they owe; `hold`: with a hold of that kind on them or one of their invoices; `late`: overdue',
  description:
    'What they owe, its order and `late` are of one currency, the creditor’s own unless `currency` says otherwise.',
  who: ['collector'],
  filters,
  sorts: {
    name: { column: 'name', type: 'text' },
    reference: { column: 'reference', type: 'text' },
    created_at: { column: 'createdAt', type: 'instant' },
    balance_cents: { column: 'balanceCents', type: 'cents' },
    overdue_cents: { column: 'overdueCents', type: 'cents' },
  },
  defaultSort: 'name',
  row: customer,
  read: async (request, page) => {
    if (page.sort === 'balance_cents' || page.sort === 'overdue_cents') return byBalance(request, page, page.sort);
    const { where, orderBy, take } = keyset(page);
    const all = { AND: [customerWhere(request.query, await readingOf(request)), where] };
    return customerBodies(request, await readCustomers(request.context.db, { where: all, orderBy, take }));
  },
  count: async (request) =>
    request.context.db.customer.count({ where: customerWhere(request.query, await readingOf(request)) }),
});

async function byBalance(
  request: ListRequest<typeof filters>,
  { descending, take, after }: Page,
  by: 'balance_cents' | 'overdue_cents',
) {
  const { db } = request.context;
  const position = after && { value: Number(after.value), id: after.id };
  const page = { by, descending, take, after: position };
  const reading = await readingOf(request);
  const ids = await orderByBalance(db, customerWhere(request.query, reading), reading, page);
  const rows = new Map((await readCustomers(db, { where: { id: { in: ids } } })).map((row) => [row.id, row]));
  return customerBodies(
    request,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
}

function customerWhere(
  query: z.output<z.ZodObject<typeof filters>>,
  { at, todayOn, currency }: Pick<Reading, 'at' | 'todayOn' | 'currency'>,
): Prisma.CustomerWhereInput {
  const { q, reference, kind, collector_id: collectorId, group_id: groupId, hold, late } = query;
  const overdue = { kind: 'invoice', closedAs: null, currency, dueOn: { lt: toDateColumn(todayOn) } } as const;
  const columns = Object.entries({ reference, kind, collectorId, groupId }).filter(([, value]) => value !== undefined);
  return {
    AND: [
      Object.fromEntries(columns),
      hold === undefined ? {} : { holds: { some: { ...inForceAt(at), kind: hold } } },
      late === undefined ? {} : { invoices: late ? { some: overdue } : { none: overdue } },
      q === undefined ? {} : textWhere(q),
    ],
  };
}

/** Text anywhere in the name, the reference, or a contact's name and address. */
function textWhere(q: string): Prisma.CustomerWhereInput {
  const has = containing(q);
  return { OR: [{ searchText: has }, { contacts: { some: { searchText: has } } }] };
}
