import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';

export const deleteUserEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/users/{id}',
  tag: 'Users',
  summary: 'Delete a user who has no customers, groups, tasks or keys left',
  who: ['admin'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params: { id }, context: { db } }) => {
    const user = await db.user.findUnique({ where: { id } });
    if (!user) throw notHere();
    const uses = await Promise.all([
      db.customer.count({ where: { collectorId: id } }),
      db.customerGroup.count({ where: { collectorId: id } }),
      db.action.count({ where: { assigneeId: id, state: 'open' } }),
      db.apiKey.count({ where: { userId: id, revokedAt: null } }),
    ]);
    if (uses.some((count) => count > 0)) {
      throw conflicting('in_use', 'Customers, groups, open tasks or keys are still this person’s.');
    }
    await db.user.delete({ where: { id } });
    return noContent();
  },
});
