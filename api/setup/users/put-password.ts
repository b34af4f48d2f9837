import { z } from 'zod';
import { hashPassword } from '../../../facts/people/password.ts';
import { setPassword } from '../../../facts/people/sessions.ts';
import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { newPassword } from '../../session/new-password.ts';

export const putPasswordEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/users/{id}/password',
  tag: 'Users',
  summary: 'Set a user’s password; all the user’s sessions end',
  who: ['admin'],
  params: idParams,
  body: z.strictObject({ password: newPassword }),
  answers: { 204: null },
  handle: async ({ params: { id }, body, context }) => {
    if (!(await context.db.user.findUnique({ where: { id }, select: { id: true } }))) throw notHere();
    await setPassword(context.db, id, await hashPassword(body.password));
    return noContent();
  },
});
