import { z } from 'zod';
import { isUnpaidSort, orderByUnpaid, type UnpaidSort } from '../../../facts/third-parties/order-by-unpaid.ts';
import { readUnpaid } from '../../../facts/third-parties/read-unpaid.ts';
import { containing } from '../../frame/containing.ts';
import { queryText } from '../../frame/fields.ts';
import { keyset, type Page } from '../../frame/keyset.ts';
import { defineList, type ListRequest } from '../../frame/list.ts';
import { readingOf } from '../../invoices/reading.ts';
import { thirdPartyRow, viewRow } from './third-party-body.ts';

const filters = { q: queryText.optional(), role: z.enum(['referrer', 'notary']).optional() };
type Filters = z.output<z.ZodObject<typeof filters>>;

/** A third party has a role where a case file names it in that role. */
const matching = ({ q, role }: Filters) => ({
  ...(q ? { searchText: containing(q) } : {}),
  ...(role === 'referrer' ? { referredInvoices: { some: {} } } : {}),
  ...(role === 'notary' ? { notaryInvoices: { some: {} } } : {}),
});

export const listThirdPartiesEndpoint = defineList({
  path: '/v1/third-parties',
  tag: 'Third parties',
  summary: 'List referrers and notaries, with what is unpaid in their case files',
  description:
    '`unpaid_…` counts all open files, `overdue_…` those past their due date. With `role`, only the files in which the ' +
    'third party has that role; `last_statement_on` is the last statement in any role.',
  who: ['collector'],
  filters,
  sorts: {
    name: { column: 'name', type: 'text' },
    unpaid_count: { column: 'unpaidCount', type: 'integer', then: 'unpaid_cents' },
    unpaid_cents: { column: 'unpaidCents', type: 'cents' },
    overdue_count: { column: 'overdueCount', type: 'integer', then: 'overdue_cents' },
    overdue_cents: { column: 'overdueCents', type: 'cents' },
  },
  defaultSort: 'name',
  row: thirdPartyRow,
  read: async (request, page) => {
    if (isUnpaidSort(page.sort)) return byUnpaid(request, page, page.sort);
    const { query, context, auth } = request;
    const { where, orderBy, take } = keyset(page);
    const rows = await context.db.thirdParty.findMany({ where: { AND: [matching(query), where] }, orderBy, take });
    const { currency, todayOn } = readingOf(request);
    const ids = rows.map(({ id }) => id);
    const unpaid = await readUnpaid(context.db, auth.creditorId, currency, { todayOn, ids, role: query.role });
    return rows.map((row) => viewRow(row, unpaid.get(row.id)));
  },
  count: ({ query, context }) => context.db.thirdParty.count({ where: matching(query) }),
});

async function byUnpaid(request: ListRequest<typeof filters>, { descending, take, after }: Page, by: UnpaidSort) {
  const { query, context, auth } = request;
  const all = await context.db.thirdParty.findMany({ where: matching(query), select: { id: true } });
  const { currency, todayOn } = readingOf(request);
  const unpaid = await readUnpaid(context.db, auth.creditorId, currency, { todayOn, role: query.role });
  const position = after && { value: Number(after.value), then: after.then ?? 0, id: after.id };
  const page = { by, descending, take, after: position };
  const ids = orderByUnpaid(
    all.map(({ id }) => id),
    unpaid,
    page,
  );
  const rows = await context.db.thirdParty.findMany({ where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [viewRow(row, unpaid.get(id))] : [];
  });
}
