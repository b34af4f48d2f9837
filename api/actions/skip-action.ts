import { skipInput } from '../../facts/inputs/sending.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { action } from './action-schema.ts';
import { answerDecision } from './decide-action.ts';
import { findAction } from './find-action.ts';

export const skipActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/skip',
  tag: 'Actions',
  summary: 'Skip this step; the ladder goes on from today',
  who: ['collector'],
  params: idParams,
  body: skipInput,
  answers: { 200: action },
  handle: async (request) => {
    const row = await findAction(request, request.params.id);
    return answerDecision(request, row, 'skipStep', { reason: request.body.reason });
  },
});
