import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { readMessageBody } from './message-body.ts';
import { message } from './message-schema.ts';

export const getMessageEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/messages/{id}',
  tag: 'Messages',
  summary: 'Get a message: to whom, when, by whom, and what became of it',
  who: ['collector'],
  params: idParams,
  answers: { 200: message },
  handle: async (request) => ok(await readMessageBody(request, request.params.id)),
});
