import { recordCallOfInvoice } from '../../facts/calls/record-call.ts';
import { callInput } from '../../facts/inputs/call.ts';
import { created } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { call } from './call-body.ts';

export const createInvoiceCallEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/calls',
  tag: 'Calls and notes',
  summary: 'Record a telephone call about an invoice, with its outcome; it stands in history and moves no case',
  description:
    '`call_again_on` also plans another call for that day (an action of origin `task`), once, however often the request is ' +
    'repeated.',
  who: ['collector'],
  params: idParams,
  body: callInput,
  answers: { 201: call },
  handle: async (request) => {
    const { params, body, context } = request;
    const stored = await recordCallOfInvoice(context.db, factContext(request), params.id, body);
    return created(`/v1/invoices/${params.id}/history`, stored);
  },
});
