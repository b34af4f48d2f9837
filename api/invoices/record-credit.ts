import { creditInput } from '../../facts/inputs/money.ts';
import { recordCredit } from '../../facts/money/record-credit.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { withHandedOver } from '../holds/answers.ts';
import { creditAnswer } from '../payments/payment-answer.ts';

export const recordCreditEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/credits',
  tag: 'Money',
  summary: 'Record a credit note for an invoice and allocate it to that invoice',
  who: ['collector'],
  params: idParams,
  body: creditInput,
  answers: { 201: creditAnswer, 200: creditAnswer },
  ownId: true,
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await recordCredit(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, withHandedOver, ({ id }) => `/v1/invoices/${id}`);
  },
});
