import { readPayment } from '../../facts/money/payment-view.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { paymentName, paymentParams } from './payment-name.ts';
import { payment } from './payment-schema.ts';

export const getPaymentEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/payments/{external_id}',
  tag: 'Money',
  summary: 'Get a payment as it stands; a payment system sees those that it posted',
  who: ['payments', 'collector'],
  params: paymentParams,
  answers: { 200: payment },
  handle: async ({ params, auth, context }) => {
    const found = await readPayment(context.db, paymentName(params.external_id, auth));
    if (!found) throw notHere();
    return ok(found);
  },
});
