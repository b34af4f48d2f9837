import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { readCustomerBody } from './customer-body.ts';
import { customer } from './customer-schema.ts';

export const getCustomerEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/{id}',
  tag: 'Customers',
  summary: 'Get a customer, with what is owed',
  who: ['collector'],
  params: idParams,
  answers: { 200: customer },
  handle: async (request) => {
    const body = await readCustomerBody(request, request.params.id);
    return ok(body, { version: body.version });
  },
});
