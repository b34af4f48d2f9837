import { letterStatusInput } from '../../facts/inputs/sending.ts';
import { tellLetter } from '../../facts/messages/letters/tell-letter.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { readMessageBody } from './message-body.ts';
import { message } from './message-schema.ts';

export const tellLetterEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/messages/{id}/letter-status',
  tag: 'Messages',
  summary: 'Record what became of a letter that a person posted',
  description:
    '`on` is the day on which it happened, today by default. `refused` and `unclaimed` count as notified; `undeliverable` ' +
    'stops the reminders and asks a person, as when a print provider reports it. A simple letter can only be ' +
    '`undeliverable`. Repeating the same status changes nothing; another status corrects the earlier one. 409 ' +
    '`told_by_provider` when the current print provider has taken the letter, `not_posted` when it was not posted.',
  who: ['collector'],
  params: idParams,
  body: letterStatusInput,
  answers: { 200: message },
  handle: async (request) => {
    const { params, body, context } = request;
    const tellings = await tellLetter(context.db, factContext(request), params.id, body);
    await carryOutFact(request, { tellings });
    return ok(await readMessageBody(request, params.id));
  },
});
