import { z } from 'zod';
import { containing } from '../../frame/containing.ts';
import { queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { userView, viewUser } from './user-body.ts';

type Filters = { q?: string | undefined; role?: 'collector' | 'supervisor' | 'admin' | undefined };

const matching = ({ q, role }: Filters) => ({
  ...(q === undefined ? {} : { searchText: containing(q) }),
  ...(role ? { role } : {}),
});

export const listUsersEndpoint = defineList({
  path: '/v1/users',
  tag: 'Users',
  summary: 'List the users: the people who work the cases',
  who: ['collector'],
  filters: { q: queryText.optional(), role: z.enum(['collector', 'supervisor', 'admin']).optional() },
  sorts: { name: { column: 'name', type: 'text' }, email: { column: 'email', type: 'text' } },
  defaultSort: 'name',
  row: userView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const rows = await context.db.user.findMany({ where: { AND: [matching(query), where] }, orderBy, take });
    return rows.map(viewUser);
  },
  count: ({ query, context }) => context.db.user.count({ where: matching(query) }),
});
