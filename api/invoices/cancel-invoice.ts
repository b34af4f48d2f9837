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
    'What was paid on it is its payer’s money again, not allocated, and so is what was set against it of a credit note that came ' +
    'before or without it. A credit note that was made for it (`POST /invoices/{id}/credits`, the outcome of a dispute, `applies_to`) ' +
    'goes down with it: to use it elsewhere, post another. Cancelled again for the same reason, it frees what it still kept.',
  who: ['collector'],
  params: idParams,
  body: reasonInput,
  answers: { 200: invoice.extend({ handed_over: handedOver }).meta({ id: 'CancelledInvoice' }) },
  handle: async (request) => {
    const { params, body, context } = request;
    return answerInvoice(request, await endCase(context.db, factContext(request), params.id, 'cancelled', body));
  },
});
