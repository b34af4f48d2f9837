import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { readInvoiceBody } from './answer-invoice.ts';
import { invoice } from './invoice-schema.ts';

export const getInvoiceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}',
  tag: 'Invoices',
  summary: 'Get an invoice or a credit note, with where its case stands',
  who: ['collector'],
  params: idParams,
  answers: { 200: invoice },
  handle: async (request) => {
    const body = await readInvoiceBody(request, request.params.id);
    return ok(body, { version: body.version });
  },
});
