import type { z } from 'zod';
import { readCases } from '../../facts/cases/case-view.ts';
import { countListings, type ListingPage, readListed } from '../../facts/cases/read-listings.ts';
import type { Page } from '../frame/keyset.ts';
import { defineList, type ListDefinition, type ListRequest } from '../frame/list.ts';
import { invoiceBody } from './invoice-body.ts';
import { invoiceFilters, listingFilter } from './invoice-filters.ts';
import { invoice } from './invoice-schema.ts';
import { readingOf } from './reading.ts';

/** The work list: how it is read, filtered and sorted. */
export const invoiceList: ListDefinition<typeof invoiceFilters, z.ZodObject, typeof invoice> = {
  path: '/v1/invoices',
  tag: 'Invoices',
  summary: 'List invoices and credit notes, with their customer and where each case stands',
  who: ['collector'],
  filters: invoiceFilters,
  sorts: {
    due_on: { column: 'dueOn', type: 'date', nullable: true },
    issued_on: { column: 'issuedOn', type: 'date' },
    balance_cents: { column: 'balanceCents', type: 'cents' },
    total_cents: { column: 'totalCents', type: 'cents' },
    number: { column: 'number', type: 'text' },
    created_at: { column: 'createdAt', type: 'instant' },
  },
  defaultSort: 'due_on',
  row: invoice,
  readPlaced: readPage,
  count: async (request) =>
    countListings(request.context.db, request.auth.creditorId, listingFilter(request.query, readingOf(request))),
};

export const listInvoicesEndpoint = defineList(invoiceList);

/** Finds the page among the listings, then reads those cases in full. */
async function readPage(request: ListRequest<typeof invoiceFilters>, page: Page) {
  const { auth, context, query } = request;
  const reading = readingOf(request);
  const places = await readListed(context.db, auth.creditorId, listingFilter(query, reading), listingPage(page));
  const ids = places.map(({ id }) => id);
  const rows = new Map((await readCases(context.db, { where: { id: { in: ids } } })).map((row) => [row.id, row]));
  // Leaves out an invoice that was deleted in between.
  return places.flatMap((position) => {
    const row = rows.get(position.id);
    return row ? [{ row: invoiceBody(row, reading), position }] : [];
  });
}

const listingPage = ({ column, descending, take, after }: Page): ListingPage => ({
  column: column.column as ListingPage['column'],
  nullable: column.nullable === true,
  descending,
  take,
  after,
});
