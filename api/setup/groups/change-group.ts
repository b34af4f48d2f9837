import { ok } from '../../frame/answer.ts';
import { changeWhenUnchanged } from '../../frame/change-when-unchanged.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { checkGroup, groupChange, groupColumns, groupView, viewGroup, WITH_MEMBERS } from './group-body.ts';

export const changeGroupEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/groups/{id}',
  tag: 'Groups',
  summary: 'Change a group; its customers follow at the next calculation',
  who: ['supervisor'],
  params: idParams,
  body: groupChange,
  answers: { 200: groupView },
  handle: async ({ params: { id }, body, context: { db }, matches }) => {
    if (!(await db.customerGroup.findUnique({ where: { id } }))) throw notHere();
    await checkGroup(db, body);
    const row = await changeWhenUnchanged(db.customerGroup, id, matches, groupColumns(body));
    const { _count } = await db.customerGroup.findUniqueOrThrow({ where: { id }, include: WITH_MEMBERS });
    return ok(viewGroup({ ...row, _count }), { version: row.version });
  },
});
