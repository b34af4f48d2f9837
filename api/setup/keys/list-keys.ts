import { containing } from '../../frame/containing.ts';
import { queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { keyView, viewKey } from './key-view.ts';

const inForce = (q: string | undefined) => ({
  revokedAt: null,
  ...(q ? { searchText: containing(q) } : {}),
});

export const listKeysEndpoint = defineList({
  path: '/v1/keys',
  tag: 'Keys',
  summary: 'List the keys in force',
  who: ['admin'],
  filters: { q: queryText.optional() },
  sorts: {
    created_at: { column: 'createdAt', type: 'instant' },
    name: { column: 'name', type: 'text' },
  },
  defaultSort: 'created_at',
  row: keyView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const rows = await context.db.apiKey.findMany({ where: { AND: [inForce(query.q), where] }, orderBy, take });
    return rows.map(viewKey);
  },
  count: ({ query, context }) => context.db.apiKey.count({ where: inForce(query.q) }),
});
