import { localDate } from '../../domain/calendar/local-time.ts';
import { postponeInput } from '../../facts/inputs/sending.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { invalidField } from '../frame/problem.ts';
import { action } from './action-schema.ts';
import { answerDecision } from './decide-action.ts';
import { findAction, momentOf } from './find-action.ts';

export const postponeActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/postpone',
  tag: 'Actions',
  summary: 'Puts an action off: it is planned again, not before that day',
  who: ['collector'],
  params: idParams,
  body: postponeInput,
  answers: { 200: action },
  handle: async (request) => {
    const { params, body } = request;
    const row = await findAction(request, params.id);
    const { at, timeZone } = await momentOf(request);
    const todayOn = localDate(at.toISOString(), timeZone);
    if (body.until_on <= todayOn) {
      throw invalidField('in_the_past', '/until_on', `Today is ${todayOn}.`, 'Give a later day.');
    }
    return answerDecision(request, row, 'postponeStep', { untilOn: body.until_on, reason: body.reason });
  },
});
