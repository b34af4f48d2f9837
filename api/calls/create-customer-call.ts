import { recordCall } from '../../facts/calls/record-call.ts';
import { customerCallInput } from '../../facts/inputs/call.ts';
import { created } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { call } from './call-body.ts';

export const createCustomerCallEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/{id}/calls',
  tag: 'Calls and notes',
  summary: 'Record a telephone call with a customer, about some of the invoices or about none in particular',
  description:
    '`call_again_on` also plans another call for that day (an action of origin `task`), once, however often the request is ' +
    'repeated.',
  who: ['collector'],
  params: idParams,
  body: customerCallInput,
  answers: { 201: call },
  handle: async (request) => {
    const { params, body, context } = request;
    const stored = await recordCall(context.db, factContext(request), params.id, body);
    return created(`/v1/customers/${params.id}/account`, stored);
  },
});
