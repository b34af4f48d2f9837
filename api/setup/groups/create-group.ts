import { v7 as uuidv7 } from 'uuid';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { checkGroup, groupColumns, groupInput, groupView, viewGroup, WITH_MEMBERS } from './group-body.ts';

export const createGroupEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/groups',
  tag: 'Groups',
  summary: 'Create a group of customers by criteria; the next calculation fills it',
  who: ['supervisor'],
  body: groupInput,
  answers: { 201: groupView },
  handle: async ({ body, auth, context: { db } }) => {
    await checkGroup(db, body);
    const { name, priority } = body;
    const criteria = groupColumns(body).criteria ?? {};
    const data = { ...groupColumns(body), id: uuidv7(), creditorId: auth.creditorId, name, priority, criteria };
    const row = await db.customerGroup.create({ data, include: WITH_MEMBERS });
    return created(`/v1/groups/${row.id}`, viewGroup(row), { version: row.version });
  },
});
