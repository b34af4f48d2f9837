import { z } from 'zod';
import { uuid } from '../../facts/inputs/fields.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { sortOf, wholeListAsCsv } from '../frame/list.ts';
import { invoiceList } from './list-invoices.ts';

/** As many as the filter of one run may select. */
const MOST = 20_000;

export const exportInvoicesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/export',
  tag: 'Invoices',
  summary: 'Export the invoices named, as CSV',
  description:
    'The columns of `GET /v1/invoices` with `Accept: text/csv`, for more ids than an address can hold. One that is not there ' +
    'is left out.',
  who: ['collector'],
  body: z.strictObject({ ids: z.array(uuid).min(1).max(MOST), sort: sortOf(invoiceList) }),
  answers: { 200: { contentType: 'text/csv' } },
  handle: ({ body, ...request }) =>
    wholeListAsCsv(invoiceList, { ...request, body: undefined, params: {}, query: { ids: body.ids } }, body.sort),
});
