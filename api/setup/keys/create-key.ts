import { z } from 'zod';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { line, uuid } from '../../../facts/inputs/fields.ts';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { shownId } from '../../frame/fields.ts';
import { invalidField } from '../../frame/problem.ts';

export const createKeyEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/keys',
  tag: 'Keys',
  summary: 'Create a key; it is shown this once',
  who: ['admin'],
  secret: true,
  body: z.strictObject({
    name: line(120),
    role: z.enum(['payments', 'collector', 'supervisor', 'admin']),
    user_id: uuid.nullish(),
  }),
  answers: { 201: z.object({ id: shownId, key: z.string(), name: z.string(), role: z.string() }) },
  handle: async ({ body, auth, context }) => {
    const { name, role, user_id: userId = null } = body;
    if (userId !== null && !(await context.db.user.findUnique({ where: { id: userId } }))) {
      throw invalidField('unknown_user', '/user_id', 'There is no such user.', 'Name a user of GET /v1/users.');
    }
    const { id, key } = await createKey(context.db, { creditorId: auth.creditorId, name, role, userId });
    return created('/v1/keys', { id, key, name, role });
  },
});
