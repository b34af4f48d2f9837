import { dismissReturn } from '../../facts/messages/returns/dismiss-return.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { readMessageBody } from './message-body.ts';
import { message } from './message-schema.ts';

export const dismissReturnEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/messages/{id}/dismiss',
  tag: 'Messages',
  summary: 'Mark a soft bounce as dealt with',
  description: '409 for any other message: a mail that bounced for good has a task of its own.',
  who: ['collector'],
  params: idParams,
  answers: { 200: message },
  handle: async (request) => {
    await dismissReturn(request.context.db, factContext(request), request.params.id);
    return ok(await readMessageBody(request, request.params.id));
  },
});
