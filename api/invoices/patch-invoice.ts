import { invoiceChange } from '../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../facts/invoices/change-invoice.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver } from '../holds/answers.ts';
import { answerInvoice } from './answer-invoice.ts';
import { invoice } from './invoice-schema.ts';

export const patchInvoiceEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/invoices/{id}',
  tag: 'Invoices',
  summary: 'Change an invoice; its plan follows',
  who: ['collector'],
  params: idParams,
  body: invoiceChange,
  answers: { 200: invoice.extend({ handed_over: handedOver }).meta({ id: 'ChangedInvoice' }) },
  handle: async (request) => {
    const { params, body, context, matches } = request;
    return answerInvoice(request, await changeInvoice(context.db, factContext(request), params.id, body, matches));
  },
});
