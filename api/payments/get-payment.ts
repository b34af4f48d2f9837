import { z } from 'zod';
import { readPayment } from '../../facts/money/payment-view.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { paymentAnswer } from './payment-answer.ts';
import { paymentName, paymentParams } from './payment-name.ts';

const payment = z.object({
  id: z.string(),
  external_id: z.string(),
  customer_reference: z.string(),
  amount_cents: z.int(),
  currency: z.string(),
  paid_on: z.iso.date(),
  method: z.string().nullable(),
  allocations: z.array(paymentAnswer.shape.allocations.element.extend({ amount_cents: z.int() })),
  unallocated_cents: z.int(),
  received_at: z.iso.datetime(),
  reversal: z.object({ external_id: z.string(), reason: z.string(), reversed_at: z.iso.datetime() }).nullable(),
});

export const getPaymentEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/payments/{external_id}',
  tag: 'Money',
  summary: 'A payment as it stands; for a payment system, one that it posted',
  who: ['payments', 'collector'],
  params: paymentParams,
  answers: { 200: payment },
  handle: async ({ params, auth, context }) => {
    const found = await readPayment(context.db, paymentName(params.external_id, auth));
    if (!found) throw notHere();
    return ok(found);
  },
});
