import { resolveInput } from '../../facts/inputs/sending.ts';
import { resolveMessage } from '../../facts/messages/settling/resolve-message.ts';
import { tellOutcome } from '../../temporal/tell-outcome.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { readMessageBody } from './message-body.ts';
import { message } from './message-schema.ts';

export const resolveMessageEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/messages/{id}/resolve',
  tag: 'Messages',
  summary: 'Resolve an ambiguous message: say whether it was sent',
  description:
    '`sent`: its steps count as done. `not_sent`: what is still due may be sent again. 409 when the outcome is known already.',
  who: ['collector'],
  params: idParams,
  body: resolveInput,
  answers: { 200: message },
  handle: async (request) => {
    const { params, body, context, auth, at } = request;
    const tellings = await resolveMessage(context.db, factContext(request), params.id, body);
    const resolved = { slug: auth.slug, messageId: params.id };
    await carryOutFact(request, { tellings }, () => tellOutcome(context.dispatcher, resolved, body.outcome, at));
    return ok(await readMessageBody(request, params.id));
  },
});
