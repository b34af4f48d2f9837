import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { userView, viewUser } from '../setup/users/user-body.ts';
import { personOf } from './own-details.ts';

export const getMeEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/session/me',
  tag: 'Session',
  summary: 'Get one’s own details: what `#user_name`, `#user_email` and `#user_phone` say of who sends',
  who: ['collector'],
  answers: { 200: userView },
  refusals: [404, 409],
  handle: async ({ auth, context }) => {
    const user = await context.db.user.findUnique({ where: { id: personOf(auth.userId) } });
    if (!user) throw notHere();
    return ok(viewUser(user), { version: user.version });
  },
});
