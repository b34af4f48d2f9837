import { postingInput } from '../../facts/inputs/sending.ts';
import { correctPosting } from '../../facts/messages/letters/correct-posting.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { readMessageBody } from './message-body.ts';
import { message } from './message-schema.ts';

export const correctPostingEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/messages/{id}/posting',
  tag: 'Messages',
  summary: 'Change the day or the number that was noted when a person posted a letter',
  description:
    'A field that is left out stays as it is; `registered_number: null` removes the number. The next step is counted from the ' +
    'corrected day, and the history keeps what was noted before. Repeating the call changes nothing. 409 `not_posted` for a letter ' +
    'that no person has posted.',
  who: ['collector'],
  params: idParams,
  body: postingInput,
  answers: { 200: message },
  handle: async (request) => {
    const { params, body, context } = request;
    const tellings = await correctPosting(context.db, factContext(request), params.id, body);
    await carryOutFact(request, { tellings });
    return ok(await readMessageBody(request, params.id));
  },
});
