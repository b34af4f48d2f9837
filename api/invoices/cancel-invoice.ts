import { reasonInput } from '../../facts/inputs/invoice.ts';
import { endCase } from '../../facts/invoices/end-case.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver } from '../holds/answers.ts';
import { answerInvoice } from './answer-invoice.ts';
import { invoice } from './invoice-schema.ts';

export const cancelInvoiceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/cancel',
  tag: 'Invoices',
  summary: 'Cancel an invoice or an unused credit note: the case ends',
  description:
    'What was paid on it goes back to the payer’s unallocated money, and so do the amounts of credit notes that were not ' +
    'made for this invoice. A credit note that was made for it (`POST /invoices/{id}/credits`, the outcome of a dispute, ' +
    '`applies_to`) is cancelled with it: to use it elsewhere, post another one. Cancelling again with the same reason frees ' +
    'whatever is still allocated to it.',
  who: ['collector'],
  params: idParams,
  body: reasonInput,
  answers: { 200: invoice.extend({ handed_over: handedOver }).meta({ id: 'CancelledInvoice' }) },
  handle: async (request) => {
    const { params, body, context } = request;
    return answerInvoice(request, await endCase(context.db, factContext(request), params.id, 'cancelled', body));
  },
});
