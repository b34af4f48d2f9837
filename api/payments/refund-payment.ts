import { refundInput } from '../../facts/inputs/money.ts';
import { refundPayment } from '../../facts/money/refund.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { paymentName, paymentParams } from './payment-name.ts';
import { refundAnswer } from './refund-schema.ts';

export const refundPaymentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/payments/{external_id}/refunds',
  tag: 'Money',
  summary: 'Record that money of a payment was paid back to the customer, up to what is not allocated of it',
  description:
    'The refunded amount can no longer be allocated and is no longer part of the customer’s credit. Reversing the payment ' +
    'later does not change the refund.',
  who: ['collector'],
  params: paymentParams,
  body: refundInput,
  answers: { 201: refundAnswer, 200: refundAnswer },
  ownId: true,
  handle: async (request) => {
    const { params, body, auth, context } = request;
    const outcome = await refundPayment(context.db, factContext(request), paymentName(params.external_id, auth), body);
    const location = () => `/v1/payments/${encodeURIComponent(params.external_id)}`;
    return answerFact(request, outcome, (answer) => answer, location);
  },
});
