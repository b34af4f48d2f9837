import { reversalInput } from '../../facts/inputs/money.ts';
import { reversePayment } from '../../facts/money/reverse-payment.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { withHandedOver } from '../holds/answers.ts';
import { paymentAnswer } from './payment-answer.ts';
import { paymentName, paymentParams } from './payment-name.ts';

export const reversePaymentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/payments/{external_id}/reversal',
  tag: 'Money',
  summary: 'Reverse a payment: what it had paid is owed again, and cases closed as paid re-open',
  who: ['payments', 'collector'],
  params: paymentParams,
  body: reversalInput,
  answers: { 201: paymentAnswer, 200: paymentAnswer },
  ownId: true,
  handle: async (request) => {
    const { params, body, auth, context } = request;
    const name = paymentName(params.external_id, auth);
    const outcome = await reversePayment(context.db, factContext(request), name, body);
    return answerFact(request, outcome, withHandedOver, () => `/v1/payments/${encodeURIComponent(params.external_id)}`);
  },
});
