import { liftPause } from '../../facts/holds/lift-pause.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { answerEnded } from './answers.ts';

export const liftPauseEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/invoices/{id}/pause',
  tag: 'Holds',
  summary: 'End the pause of an invoice; a pause of the whole customer goes on',
  who: ['collector'],
  params: idParams,
  answers: { 204: null },
  handle: async (request) => {
    const { params, context } = request;
    return answerEnded(request, await liftPause(context.db, factContext(request), params.id));
  },
});
