import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { sessionView, viewSession } from './session-view.ts';

export const getSessionEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/session',
  tag: 'Session',
  summary: 'Get who is signed in, for which creditor, and where its mails go',
  description:
    'The first request that a page makes: 401 when nobody is signed in. With a key, it says whom the key belongs to.',
  who: ['collector'],
  answers: { 200: sessionView },
  handle: async ({ auth, context }) => ok(await viewSession(context, auth)),
});
