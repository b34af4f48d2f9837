import { endSession } from '../../facts/people/sessions.ts';
import { noContent } from '../frame/answer.ts';
import { refuseOtherOrigin } from '../frame/cross-site.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { noSessionCookie, sessionTokenOf } from '../frame/session-cookie.ts';

export const signOutEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/session',
  tag: 'Session',
  summary: 'Sign out: the session ends, whoever holds its cookie',
  description: 'Also 204 when there is no session any more.',
  who: 'anyone',
  answers: { 204: null },
  refusals: [403],
  handle: async ({ headers, context }) => {
    refuseOtherOrigin(headers, context.settings);
    const token = sessionTokenOf(headers);
    if (token !== null) await endSession(context.db, token);
    return { ...noContent(), headers: { 'Set-Cookie': noSessionCookie(context.settings) } };
  },
});
