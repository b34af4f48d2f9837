import { resolveDispute } from '../../facts/holds/resolve-dispute.ts';
import { disputeResolutionInput } from '../../facts/inputs/holds.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { dispute, disputeParams, handedOver, withHandedOver } from './answers.ts';

export const resolveDisputeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/disputes/{did}/resolve',
  tag: 'Holds',
  summary: 'Uphold or reject a dispute',
  description:
    '`upheld`: the hold stays until the credit note comes, or ends at once when it is given here. `rejected`: a person has ' +
    'to confirm the next step.',
  who: ['collector'],
  params: disputeParams,
  body: disputeResolutionInput,
  answers: { 200: dispute.extend({ handed_over: handedOver }) },
  handle: async (request) => {
    const { params, body, context } = request;
    const ids = { invoiceId: params.id, disputeId: params.did };
    return answerFact(request, await resolveDispute(context.db, factContext(request), ids, body), withHandedOver);
  },
});
