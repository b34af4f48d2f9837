import { lockSettings } from '../../../prisma/lock.ts';
import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';

export const deleteKeyEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/keys/{id}',
  tag: 'Keys',
  summary: 'Revoke a key, at once',
  who: ['admin'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params, auth, context }) => {
    const inForce = { revokedAt: null };
    await context.db.$transaction(async (tx) => {
      // Under a lock: two admin keys revoked at once would otherwise each count the other as still in force.
      await lockSettings(tx, auth.creditorId);
      const key = await tx.apiKey.findUnique({ where: { id: params.id, ...inForce } });
      if (!key) throw notHere();
      const others = await tx.apiKey.count({ where: { ...inForce, role: 'admin', NOT: { id: key.id } } });
      if (key.role === 'admin' && others === 0) {
        throw conflicting(
          'last_admin_key',
          'It is the last key of an admin: nobody could make another. Make one first.',
        );
      }
      await tx.apiKey.update({ where: { id: key.id }, data: { revokedAt: new Date() } });
    });
    return noContent();
  },
});
