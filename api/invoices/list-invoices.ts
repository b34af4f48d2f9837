import { readCases } from '../../facts/cases/case-view.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { invoiceBody } from './invoice-body.ts';
import { invoiceFilters, invoiceWhere } from './invoice-filters.ts';
import { invoice } from './invoice-schema.ts';
import { readingOf } from './reading.ts';

export const listInvoicesEndpoint = defineList({
  path: '/v1/invoices',
  tag: 'Invoices',
  summary: 'The work list: invoices and credit notes with their customer and where each case stands',
  who: ['collector'],
  filters: invoiceFilters,
  sorts: {
    due_on: { column: 'dueOn', type: 'date', nullable: true },
    issued_on: { column: 'issuedOn', type: 'date' },
    balance_cents: { column: 'balanceCents', type: 'number' },
    total_cents: { column: 'totalCents', type: 'number' },
    number: { column: 'number', type: 'text' },
    created_at: { column: 'createdAt', type: 'instant' },
  },
  defaultSort: 'due_on',
  row: invoice,
  read: async (request, page) => {
    const reading = await readingOf(request);
    const { where, orderBy, take } = keyset(page);
    const rows = await readCases(request.context.db, {
      where: { AND: [invoiceWhere(request.query, reading), where] },
      orderBy,
      take,
    });
    return rows.map((row) => invoiceBody(row, reading));
  },
  count: async (request) =>
    request.context.db.invoice.count({ where: invoiceWhere(request.query, await readingOf(request)) }),
});
