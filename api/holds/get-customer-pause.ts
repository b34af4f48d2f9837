import { pauseAnswer } from '../../facts/holds/hold-answer.ts';
import { inForceAt } from '../../facts/holds/in-force-at.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { pause } from './answers.ts';

export const getCustomerPauseEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/{id}/pause',
  tag: 'Holds',
  summary: 'Get the pause of a customer that is in force; 404 without one',
  who: ['collector'],
  params: idParams,
  answers: { 200: pause },
  handle: async ({ params, context, at }) => {
    const hold = await context.db.hold.findFirst({
      where: {
        customerId: params.id,
        invoiceId: null,
        kind: 'customer_pause',
        ...inForceAt(at),
      },
    });
    if (!hold) throw notHere();
    return ok(pauseAnswer(hold));
  },
});
