import { pauseCustomer } from '../../facts/holds/pause-customer.ts';
import { pauseInput } from '../../facts/inputs/holds.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver, pause, withHandedOver } from './answers.ts';

const stored = pause.extend({ handed_over: handedOver });

export const pauseCustomerEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/{id}/pause',
  tag: 'Holds',
  summary: 'Pause every reminder of a customer, of invoices still to come too',
  description: 'Called again, the new terms replace the old ones, and the answer is 200.',
  who: ['collector'],
  params: idParams,
  body: pauseInput,
  answers: { 200: stored, 201: stored },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await pauseCustomer(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, withHandedOver, () => `/v1/customers/${params.id}/pause`);
  },
});
