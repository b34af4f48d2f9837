import { z } from 'zod';
import { containing } from '../../frame/containing.ts';
import { idParams, queryText, shownId } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { notHere } from '../../frame/problem.ts';

const membersOf = (groupId: string, { q }: { q?: string | undefined }) => ({
  groupId,
  ...(q ? { searchText: containing(q) } : {}),
});

export const listMembersEndpoint = defineList({
  path: '/v1/groups/{id}/members',
  tag: 'Groups',
  summary: 'List who is in a group, as of the last calculation',
  who: ['collector'],
  params: idParams,
  filters: { q: queryText.optional() },
  sorts: { name: { column: 'name', type: 'text' } },
  defaultSort: 'name',
  row: z.object({ customer_id: shownId, name: z.string() }),
  read: async ({ params: { id }, query, context: { db } }, page) => {
    if (!(await db.customerGroup.findUnique({ where: { id } }))) throw notHere();
    const { where, orderBy, take } = keyset(page);
    const rows = await db.customer.findMany({
      where: { AND: [membersOf(id, query), where] },
      orderBy,
      take,
      select: { id: true, name: true },
    });
    return rows.map((row) => ({ customer_id: row.id, name: row.name }));
  },
  count: ({ params: { id }, query, context: { db } }) => db.customer.count({ where: membersOf(id, query) }),
  positionOf: (row) => ({ value: row.name, id: row.customer_id }),
});
