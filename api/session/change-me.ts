import { ok } from '../frame/answer.ts';
import { changeWhenUnchanged } from '../frame/change-when-unchanged.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { userView, viewUser } from '../setup/users/user-body.ts';
import { ownDetails, personOf } from './own-details.ts';

export const changeMeEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/session/me',
  tag: 'Session',
  summary: 'Change one’s own telephone; name, address and role are the administrator’s',
  who: ['collector'],
  body: ownDetails,
  answers: { 200: userView },
  refusals: [404, 409],
  handle: async ({ body, auth, context, matches }) => {
    const user = await changeWhenUnchanged(context.db.user, personOf(auth.userId), matches, body);
    return ok(viewUser(user), { version: user.version });
  },
});
