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
    'For a letter that became outdated before anybody printed it; a letter that was posted is completed instead. The new ' +
    'letter needs no confirmation, except a letter in a person’s own words and one that no longer matches what was ' +
    'confirmed (a hold ended or money went back since): a person has to confirm these again. A letter that had been made ' +
    'automatically is planned again. The answer is the action that the new letter waits in; for a letter made by hand or by ' +
    'a run this is a new action. When no letter was made, `message_id` is null and `status` says what follows. 409 ' +
    '`no_letter` when no letter waits.',
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
