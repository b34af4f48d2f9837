import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { userView, viewUser } from './user-body.ts';

export const getUserEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/users/{id}',
  tag: 'Users',
  summary: 'Get a user',
  who: ['collector'],
  params: idParams,
  answers: { 200: userView },
  handle: async ({ params, context }) => {
    const user = await context.db.user.findUnique({ where: { id: params.id } });
    if (!user) throw notHere();
    return ok(viewUser(user), { version: user.version });
  },
});
