import { resumeCustomer } from '../../facts/holds/resume-customer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { answerEnded } from './answers.ts';

export const resumeCustomerEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/customers/{id}/pause',
  tag: 'Holds',
  summary: 'End the pause of a customer; what holds single invoices goes on',
  who: ['collector'],
  params: idParams,
  answers: { 204: null },
  handle: async (request) => {
    const { params, context } = request;
    return answerEnded(request, await resumeCustomer(context.db, factContext(request), params.id));
  },
});
