import { z } from 'zod';
import { HISTORY_KINDS, type HistoryKind } from '../../domain/case/history-text.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { idParams, instantQuery } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { notHere } from '../frame/problem.ts';
import { filesOfHistory, historyEntry, historyEntryBody, OF_HISTORY } from './history-entry.ts';
import { pastShape, readPast } from './past-state.ts';
import { languageQuery, readingOf } from './reading.ts';

const DESCRIPTION =
  'With `at=` an instant, also where the case stood then (`state`, null before it came), and only what had happened by then.';

export const listHistoryEndpoint = defineList({
  path: '/v1/invoices/{id}/history',
  tag: 'Invoices',
  summary: 'List what happened to an invoice, and to its customer as a whole since it came; newest first',
  who: ['collector'],
  params: idParams,
  description: DESCRIPTION,
  filters: { kind: z.enum(HISTORY_KINDS).optional(), at: instantQuery.optional(), language: languageQuery },
  sorts: { at: { column: 'at', type: 'instant' } },
  defaultSort: '-at',
  row: historyEntry,
  read: async (request, page) => {
    const { params, query, context } = request;
    const invoice = await context.db.invoice.findFirst({ where: { id: params.id } });
    if (!invoice) throw notHere();
    const reading = readingOf(request);
    const { where, orderBy, take } = keyset(page);
    const entries = await context.db.historyEntry.findMany({
      where: { AND: [entriesOf(invoice, query), where] },
      include: OF_HISTORY,
      orderBy,
      take,
    });
    const files = await filesOfHistory(context.db, entries);
    return entries.map((entry) => historyEntryBody(entry, reading, files));
  },
  count: async ({ params, query, context }) => {
    const invoice = await context.db.invoice.findFirst({ where: { id: params.id } });
    return invoice ? context.db.historyEntry.count({ where: entriesOf(invoice, query) }) : 0;
  },
  also: { shape: pastShape, read: async (request) => (request.query.at ? readPast(request, request.query.at) : {}) },
});

const OF_MONEY: HistoryKind[] = ['paid', 'payment_reversed', 'allocation_reversed'];

/**
 * Entries about the invoice itself, and about its customer since the invoice was recorded; the customer's free money
 * concerns only what was open then.
 */
function entriesOf(
  invoice: { id: string; customerId: string; createdAt: Date; closedAt: Date | null },
  { kind, at }: { kind?: HistoryKind | undefined; at?: Date | undefined },
): Prisma.HistoryEntryWhereInput {
  const { id, customerId, createdAt, closedAt } = invoice;
  const after = closedAt === null ? {} : { NOT: { kind: { in: OF_MONEY }, at: { gt: closedAt } } };
  const ofCustomer = { customerId, invoiceId: null, recordedAt: { gte: createdAt }, ...after };
  return { OR: [{ invoiceId: id }, ofCustomer], ...(kind ? { kind } : {}), ...(at ? { at: { lte: at } } : {}) };
}
