import { changeCustomer } from '../../facts/customers/change-customer.ts';
import { customerChange } from '../../facts/inputs/customer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext, tellFact, told } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { readCustomerBody } from './customer-body.ts';
import { customer } from './customer-schema.ts';

export const patchCustomerEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/customers/{id}',
  tag: 'Customers',
  summary: 'Changes a customer; the plans of his open invoices follow',
  who: ['collector'],
  params: idParams,
  body: customerChange,
  answers: { 200: customer },
  handle: async (request) => {
    const { params, body, context, matches } = request;
    const outcome = await changeCustomer(context.db, factContext(request), params.id, body, matches);
    await told(request, () => tellFact(request, outcome.tellings));
    const shown = await readCustomerBody(request, params.id);
    return ok(shown, { version: shown.version });
  },
});
