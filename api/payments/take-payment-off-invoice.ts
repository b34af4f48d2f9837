import { allocationReversalInput } from '../../facts/inputs/money.ts';
import { takePaymentOffInvoice } from '../../facts/money/take-payment-off-invoice.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { withHandedOver } from '../holds/answers.ts';
import { paymentAnswer } from './payment-answer.ts';
import { paymentName, paymentParams } from './payment-name.ts';

export const takePaymentOffInvoiceEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/payments/{external_id}/allocations/reversal',
  tag: 'Money',
  summary: 'Reverse the allocation of a payment to an invoice: the invoice owes that amount again',
  description:
    'All that was allocated to that invoice, which can be allocated elsewhere then; a case that it had closed re-opens. ' +
    'Repeating it changes nothing.',
  who: ['collector'],
  params: paymentParams,
  body: allocationReversalInput,
  answers: { 200: paymentAnswer },
  handle: async (request) => {
    const { params, body, auth, context } = request;
    const name = paymentName(params.external_id, auth);
    return answerFact(
      request,
      await takePaymentOffInvoice(context.db, factContext(request), name, body),
      withHandedOver,
    );
  },
});
