import { ok } from '../../frame/answer.ts';
import { changeWhenUnchanged } from '../../frame/change-when-unchanged.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { userInput, userView, viewUser } from './user-body.ts';

export const changeUserEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/users/{id}',
  tag: 'Users',
  summary: 'Change a user’s name, address, telephone or role',
  who: ['admin'],
  params: idParams,
  body: userInput.partial(),
  answers: { 200: userView },
  handle: async ({ params: { id }, body, context, matches }) => {
    const user = await changeWhenUnchanged(context.db.user, id, matches, body);
    return ok(viewUser(user), { version: user.version });
  },
});
