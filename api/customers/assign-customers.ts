import { z } from 'zod';
import { assignCustomers } from '../../facts/customers/assign-customers.ts';
import { assignInput } from '../../facts/inputs/customer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';

export const assignCustomersEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/assign',
  tag: 'Customers',
  summary: 'Assign customers to a collector, or to nobody: all of them or none',
  who: ['supervisor'],
  body: assignInput,
  answers: { 200: z.object({ assigned: z.int() }) },
  handle: async (request) => {
    const outcome = await assignCustomers(request.context.db, factContext(request), request.body);
    return answerFact(request, outcome, (answer) => answer);
  },
});
