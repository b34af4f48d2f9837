import { v7 as uuidv7 } from 'uuid';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { userInput, userView, viewUser } from './user-body.ts';

export const createUserEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/users',
  tag: 'Users',
  summary: 'Create a user',
  who: ['admin'],
  body: userInput,
  answers: { 201: userView },
  handle: async ({ body, auth, context }) => {
    const data = { id: uuidv7(), creditorId: auth.creditorId, ...body, phone: body.phone ?? null };
    const user = await context.db.user.create({ data });
    return created(`/v1/users/${user.id}`, viewUser(user), { version: user.version });
  },
});
