import { allocationReversalInput } from '../../facts/inputs/money.ts';
import { takeCreditNoteOffInvoice } from '../../facts/money/take-credit-note-off-invoice.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { withHandedOver } from '../holds/answers.ts';
import { creditAnswer } from '../payments/payment-answer.ts';

export const takeCreditNoteOffInvoiceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/allocations/reversal',
  tag: 'Money',
  summary: 'Reverse the allocation of a credit note to an invoice: the invoice owes that amount again',
  description:
    'Reverses everything of this credit note that was allocated to the invoice; the amount is part of the customer’s credit ' +
    'again, and a case that the allocation had closed opens again. A credit note that is no longer allocated to anything ' +
    'can be cancelled. Repeating it changes nothing.',
  who: ['collector'],
  params: idParams,
  body: allocationReversalInput,
  answers: { 200: creditAnswer },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await takeCreditNoteOffInvoice(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, withHandedOver);
  },
});
