import { withdrawDispute } from '../../facts/holds/withdraw-dispute.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { answerEnded, disputeParams } from './answers.ts';

export const withdrawDisputeEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/invoices/{id}/disputes/{did}',
  tag: 'Holds',
  summary: 'Withdraw a dispute, or stop waiting for the credit of an upheld one',
  who: ['collector'],
  params: disputeParams,
  answers: { 204: null },
  handle: async (request) => {
    const { params, context } = request;
    const ids = { invoiceId: params.id, disputeId: params.did };
    return answerEnded(request, await withdrawDispute(context.db, factContext(request), ids));
  },
});
