import { setPause } from '../../facts/holds/set-pause.ts';
import { pauseInput } from '../../facts/inputs/holds.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver, pause, withHandedOver } from './answers.ts';

export const setPauseEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/invoices/{id}/pause',
  tag: 'Holds',
  summary: 'Pause an invoice, until a last day or until a person ends it',
  description: 'Called again, the new terms replace the old ones.',
  who: ['collector'],
  params: idParams,
  body: pauseInput,
  answers: { 200: pause.extend({ handed_over: handedOver }) },
  handle: async (request) => {
    const { params, body, context } = request;
    return answerFact(request, await setPause(context.db, factContext(request), params.id, body), withHandedOver);
  },
});
