import { refundInput } from '../../facts/inputs/money.ts';
import { refundCreditNote } from '../../facts/money/refund.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { refundAnswer } from '../payments/refund-schema.ts';

export const refundCreditNoteEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/refunds',
  tag: 'Money',
  summary: 'Record that a credit note was paid back to the customer, up to what is left of it',
  who: ['collector'],
  params: idParams,
  body: refundInput,
  answers: { 201: refundAnswer, 200: refundAnswer },
  ownId: true,
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await refundCreditNote(context.db, factContext(request), params.id, body);
    return answerFact(
      request,
      outcome,
      (answer) => answer,
      () => `/v1/invoices/${params.id}`,
    );
  },
});
