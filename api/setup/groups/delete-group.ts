import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';

export const deleteGroupEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/groups/{id}',
  tag: 'Groups',
  summary: 'Delete a group that nobody is in',
  description: 'One with members is 409 `in_use`: change its criteria and calculate first, so that their cases follow.',
  who: ['supervisor'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params: { id }, context: { db } }) => {
    if (!(await db.customerGroup.findUnique({ where: { id } }))) throw notHere();
    const members = await db.customer.count({ where: { groupId: id } });
    if (members > 0) throw conflicting('in_use', `${members} customers are in it.`);
    await db.customerGroup.delete({ where: { id } });
    return noContent();
  },
});
