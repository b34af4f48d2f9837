import { reasonInput } from '../../facts/inputs/invoice.ts';
import { endCase } from '../../facts/invoices/end-case.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver } from '../holds/answers.ts';
import { answerInvoice } from './answer-invoice.ts';
import { invoice } from './invoice-schema.ts';

export const writeOffInvoiceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/write-off',
  tag: 'Invoices',
  summary: 'Write an invoice off: its case ends',
  description: 'Payments and credits stay allocated to it.',
  who: ['supervisor'],
  params: idParams,
  body: reasonInput,
  answers: { 200: invoice.extend({ handed_over: handedOver }).meta({ id: 'WrittenOffInvoice' }) },
  handle: async (request) => {
    const { params, body, context } = request;
    return answerInvoice(request, await endCase(context.db, factContext(request), params.id, 'written_off', body));
  },
});
