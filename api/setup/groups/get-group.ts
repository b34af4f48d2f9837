import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { groupView, viewGroup, WITH_MEMBERS } from './group-body.ts';

export const getGroupEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/groups/{id}',
  tag: 'Groups',
  summary: 'Get a group, and how many customers are in it',
  who: ['collector'],
  params: idParams,
  answers: { 200: groupView },
  handle: async ({ params: { id }, context: { db } }) => {
    const row = await db.customerGroup.findUnique({ where: { id }, include: WITH_MEMBERS });
    if (!row) throw notHere();
    return ok(viewGroup(row), { version: row.version });
  },
});
