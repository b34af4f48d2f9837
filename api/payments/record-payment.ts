import { paymentInput } from '../../facts/inputs/money.ts';
import { recordPayment } from '../../facts/money/record-payment.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { withHandedOver } from '../holds/answers.ts';
import { paymentAnswer } from './payment-answer.ts';

export const recordPaymentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/payments',
  tag: 'Money',
  summary: 'Record a payment and allocate it to the invoices it names; what is too much stays unallocated',
  who: ['payments', 'collector'],
  body: paymentInput,
  answers: { 201: paymentAnswer, 200: paymentAnswer },
  ownId: true,
  handle: async (request) => {
    const { body, auth, context } = request;
    const outcome = await recordPayment(context.db, factContext(request), body, {
      asPaymentSystem: auth.role === 'payments',
    });
    return answerFact(request, outcome, withHandedOver, () => `/v1/payments/${encodeURIComponent(body.external_id)}`);
  },
});
