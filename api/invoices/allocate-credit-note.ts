import { allocationInput } from '../../facts/inputs/money.ts';
import { allocateCreditNote } from '../../facts/money/allocate-credit-note.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { withHandedOver } from '../holds/answers.ts';
import { creditAnswer } from '../payments/payment-answer.ts';

export const allocateCreditNoteEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/allocations',
  tag: 'Money',
  summary: 'Allocate what is left of a credit note to an invoice',
  who: ['collector'],
  params: idParams,
  body: allocationInput,
  answers: { 200: creditAnswer, 201: creditAnswer },
  handle: async (request) => {
    const { params, body, context, requestKey } = request;
    const outcome = await allocateCreditNote(context.db, factContext(request), params.id, body, requestKey);
    return answerFact(request, outcome, withHandedOver, ({ id }) => `/v1/invoices/${id}`);
  },
});
