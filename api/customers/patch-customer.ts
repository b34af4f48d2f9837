import { changeCustomer } from '../../facts/customers/change-customer.ts';
import { customerChange } from '../../facts/inputs/customer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { Problem } from '../frame/problem.ts';
import { isAllowed } from '../frame/roles.ts';
import { readCustomerBody } from './customer-body.ts';
import { customer } from './customer-schema.ts';

export const patchCustomerEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/customers/{id}',
  tag: 'Customers',
  summary: 'Change a customer; the plans of open invoices follow',
  description: 'Only a supervisor may set another `collector_id`; anybody may send the current one.',
  who: ['collector'],
  params: idParams,
  body: customerChange,
  answers: { 200: customer },
  handle: async (request) => {
    const { params, body, context, matches } = request;
    await refuseToAssign(request, params.id, body.collector_id);
    const outcome = await changeCustomer(context.db, factContext(request), params.id, body, matches);
    await carryOutFact(request, outcome);
    const shown = await readCustomerBody(request, params.id);
    return ok(shown, { version: shown.version });
  },
});

/** Only a supervisor may change a customer's collector, for one customer as for many. */
async function refuseToAssign({ auth, context }: EndpointRequest, id: string, collectorId?: string | null) {
  if (collectorId === undefined || (auth.role && isAllowed(auth.role, ['supervisor']))) return;
  const found = await context.db.customer.findUnique({ where: { id }, select: { collectorId: true } });
  if (found && found.collectorId !== collectorId)
    throw new Problem(403, 'forbidden', 'Only a supervisor may give a customer to another collector.');
}
