import { createCustomer } from '../../facts/customers/create-customer.ts';
import { customerInput } from '../../facts/inputs/customer.ts';
import { created, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { readCustomerBody } from './customer-body.ts';
import { customer } from './customer-schema.ts';

export const createCustomerEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/customers',
  tag: 'Customers',
  summary: 'Create a customer',
  who: ['collector'],
  body: customerInput,
  answers: { 201: customer, 200: customer },
  ownId: true,
  handle: async (request) => {
    const outcome = await createCustomer(request.context.db, factContext(request), request.body);
    const body = await readCustomerBody(request, outcome.answer.id);
    const version = { version: body.version };
    return outcome.replayed ? ok(body, version) : created(`/v1/customers/${body.id}`, body, version);
  },
});
