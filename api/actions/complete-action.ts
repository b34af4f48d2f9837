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
    'Nothing is sent: a person has done it. A registered letter that waits to be posted counts as posted on `posted_on` ' +
    '(today by default) and becomes the message that was sent. Any other step counts as done today. For a letter step that ' +
    'was not confirmed, `posted_on` or `registered_number` also keeps the letter as the message that was sent: as it was on ' +
    'that day, or with the given `subject` and `body_html`. Without any of these fields no letter is kept when its text may ' +
    'not be written to this debtor, or when money or customer data changed on that day or since. A registered letter that ' +
    'was withdrawn (by a hold, a payment, the end of the case or another address) but had been posted on an earlier day is ' +
    'kept as sent on `posted_on`; if both happened on the same day, send `already_posted` (409 `which_letter` when another ' +
    'letter waits and the request does not say which one was posted). `outcome` and `call_again_on` (plan another call on ' +
    'that day) are for calls only.',
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
