import { remakeLetter } from '../../facts/decisions/remake-letter.ts';
import { startMessage } from '../../temporal/start-message.ts';
import { tell } from '../../temporal/tell.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext, told } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { action } from './action-schema.ts';
import { readActionBody } from './find-action.ts';

export const remakeLetterEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/remake-letter',
  tag: 'Actions',
  summary:
    'Makes a letter anew that waits to be posted: with today’s date, the delay from today and the account of now',
  description:
    'For one that grew old before anybody printed it; one that was posted is completed. Nobody confirms it again, but for a letter in a ' +
    'person’s own words, which is asked for anew. 409 `no_letter` where none waits, `made_by_hand` for one that no action planned.',
  who: ['collector'],
  params: idParams,
  answers: { 200: action },
  refusals: [409],
  handle: async (request) => {
    const { params, context, at } = request;
    const { db, dispatcher } = context;
    const { messageId, tellings } = await remakeLetter(db, factContext(request), params.id);
    await told(request, async () => {
      if (messageId) await startMessage(db, dispatcher, messageId, at);
      await tell(db, dispatcher, tellings, at);
    });
    return ok(await readActionBody(request, params.id));
  },
});
