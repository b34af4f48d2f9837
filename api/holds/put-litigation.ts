import { openLitigation } from '../../facts/holds/open-litigation.ts';
import { litigationInput } from '../../facts/inputs/holds.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver, litigation, withHandedOver } from './answers.ts';

export const putLitigationEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/invoices/{id}/litigation',
  tag: 'Holds',
  summary: 'Put an invoice in litigation: nothing leaves until it is taken out',
  who: ['collector'],
  params: idParams,
  body: litigationInput,
  answers: { 200: litigation.extend({ handed_over: handedOver }) },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await openLitigation(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, withHandedOver);
  },
});
