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
  summary: 'Correct when, and under which number, a person posted a registered letter',
  description:
    'What is absent stays; `registered_number: null` takes the number away. The next step counts from the corrected day, and the ' +
    'history keeps what was said before. Said again it changes nothing. 409 `not_posted` of a letter that no person has posted.',
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
