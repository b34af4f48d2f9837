import { renderEmail } from '../../emails/render-email.tsx';
import { completeAction } from '../../facts/decisions/complete-action.ts';
import { completeInput } from '../../facts/inputs/sending.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { action } from './action-schema.ts';
import { readActionBody } from './find-action.ts';

const RENDERERS = { renderEmail, renderLetter };

export const completeActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/{id}/complete',
  tag: 'Actions',
  summary: 'Mark an action as done by a person; nothing is sent',
  description:
    'Of a registered letter that waits: it was posted, on `posted_on` (today by default), and is the message sent. Of ' +
    'another step: it is done today. With `posted_on` or `registered_number` a letter step that was not confirmed is kept too, as it ' +
    'was on that day, in `subject` and `body_html` where they are given, and is the message sent; without any of these, where our text ' +
    'may not be written to this debtor, or where money or what is known of him changed on that day or since, none is. A registered letter ' +
    'that something took back (a hold, money, the end of the case, another address) and that had been posted on a day before is the ' +
    'message sent, on `posted_on`; if both were on one day, with `already_posted` (409 `which_letter` where another one waits and it is not said which was posted). `outcome` is a call’s, ' +
    'as is `call_again_on`: one more call to do on that day.',
  who: ['collector'],
  params: idParams,
  body: completeInput,
  answers: { 200: action },
  handle: async (request) => {
    const { params, body, context } = request;
    const completed = await completeAction(context.db, factContext(request), params.id, body, RENDERERS);
    await carryOutFact(request, completed);
    const done = await readActionBody(request, params.id);
    return ok({ ...done, message_id: completed.messageId ?? done.message_id });
  },
});
