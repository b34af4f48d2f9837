import { allocationInput } from '../../facts/inputs/money.ts';
import { allocatePayment } from '../../facts/money/allocate-payment.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { withHandedOver } from '../holds/answers.ts';
import { paymentAnswer } from './payment-answer.ts';
import { paymentName, paymentParams } from './payment-name.ts';

export const allocatePaymentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/payments/{external_id}/allocations',
  tag: 'Money',
  summary: 'Allocate what is left of a payment to an invoice',
  who: ['collector'],
  params: paymentParams,
  body: allocationInput,
  answers: { 200: paymentAnswer, 201: paymentAnswer },
  handle: async (request) => {
    const { params, body, auth, context, requestKey } = request;
    const name = paymentName(params.external_id, auth);
    const outcome = await allocatePayment(context.db, factContext(request), name, body, requestKey);
    return answerFact(request, outcome, withHandedOver, () => `/v1/payments/${encodeURIComponent(params.external_id)}`);
  },
});
