import { postponeInput } from '../../facts/inputs/sending.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { action } from './action-schema.ts';
import { answerDecision } from './decide-action.ts';
import { findAction } from './find-action.ts';
import { requireLaterDay } from './later-day.ts';

export const postponeActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/postpone',
  tag: 'Actions',
  summary: 'Postpone an action: it is planned again, not before that day',
  who: ['collector'],
  params: idParams,
  body: postponeInput,
  answers: { 200: action },
  handle: async (request) => {
    const { params, body } = request;
    const row = await findAction(request, params.id);
    requireLaterDay(request, body.until_on);
    return answerDecision(request, row, 'postponeStep', { untilOn: body.until_on, reason: body.reason });
  },
});
