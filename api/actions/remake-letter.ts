import { remakeLetter } from '../../facts/decisions/remake-letter.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { action } from './action-schema.ts';
import { readActionBody } from './find-action.ts';

export const remakeLetterEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/remake-letter',
  tag: 'Actions',
  summary: 'Make a letter that waits to be posted again, with today’s date, balance and deadline',
  description:
    'For one that grew old before anybody printed it; one that was posted is completed. Nobody confirms it again, but for a letter in a ' +
    'person’s own words and one that is no longer what was confirmed (a hold ended since, money went back), which are asked for anew; one that ' +
    'had left by itself is planned anew. Answers the action in which the new one waits, by hand or of a run another than was asked; where ' +
    'none was made, its `message_id` is null and its `status` says what follows. 409 `no_letter` where none waits.',
  who: ['collector'],
  params: idParams,
  answers: { 200: action },
  refusals: [409],
  handle: async (request) => {
    const { params, context } = request;
    const remade = await remakeLetter(context.db, factContext(request), params.id);
    await carryOutFact(request, remade);
    return ok(await readActionBody(request, remade.actionId));
  },
});
