import { openDispute } from '../../facts/holds/open-dispute.ts';
import { disputeInput } from '../../facts/inputs/holds.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { dispute, handedOver, withHandedOver } from './answers.ts';

const stored = dispute.extend({ handed_over: handedOver });

export const openDisputeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/disputes',
  tag: 'Holds',
  summary: 'Open a dispute: the customer contests the invoice, which is held until the dispute is resolved',
  description: 'The same dispute again, while it stands, is answered with 200 and not stored twice.',
  who: ['collector'],
  params: idParams,
  body: disputeInput,
  answers: { 200: stored, 201: stored },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await openDispute(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, withHandedOver, ({ id }) => `/v1/invoices/${params.id}/disputes/${id}`);
  },
});
