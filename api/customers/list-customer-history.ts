import { z } from 'zod';
import { HISTORY_KINDS, type HistoryKind } from '../../domain/case/history-text.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { idParams, queryAnyOf } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { notHere } from '../frame/problem.ts';
import { filesOfHistory, historyEntry, historyEntryBody, OF_HISTORY } from '../invoices/history-entry.ts';
import { languageQuery, readingOf } from '../invoices/reading.ts';

const filters = { kind: queryAnyOf(HISTORY_KINDS).optional(), language: languageQuery };

/** A credit note set against an invoice has an entry in both histories; the customer's history shows only the invoice's. */
const TOLD_BY_INVOICE: Prisma.HistoryEntryWhereInput = {
  kind: { in: ['credited', 'allocation_reversed'] },
  invoice: { kind: 'credit_note' },
};

const entriesOf = (customerId: string, kinds: HistoryKind[] | undefined): Prisma.HistoryEntryWhereInput => ({
  customerId,
  NOT: TOLD_BY_INVOICE,
  ...(kinds ? { kind: { in: kinds } } : {}),
});

export const listCustomerHistoryEndpoint = defineList({
  path: '/v1/customers/{id}/history',
  tag: 'Customers',
  summary: 'List what happened to a customer and to all the customer’s invoices; newest first',
  description: 'Each entry names its invoice; a call about three invoices is three entries with the same instant.',
  who: ['collector'],
  params: idParams,
  filters,
  sorts: { at: { column: 'at', type: 'instant' } },
  defaultSort: '-at',
  row: historyEntry.extend({ invoice: z.object({ id: z.string(), number: z.string() }).nullable() }),
  read: async (request, page) => {
    const { params, query, context } = request;
    if (!(await context.db.customer.findUnique({ where: { id: params.id }, select: { id: true } }))) throw notHere();
    const reading = readingOf(request);
    const { where, orderBy, take } = keyset(page);
    const entries = await context.db.historyEntry.findMany({
      where: { AND: [entriesOf(params.id, query.kind), where] },
      include: { ...OF_HISTORY, invoice: { select: { id: true, number: true } } },
      orderBy,
      take,
    });
    const files = await filesOfHistory(context.db, entries);
    return entries.map((entry) => ({ ...historyEntryBody(entry, reading, files), invoice: entry.invoice }));
  },
  count: ({ params, query, context }) => context.db.historyEntry.count({ where: entriesOf(params.id, query.kind) }),
});
