import { containing } from '../../frame/containing.ts';
import { queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { groupView, viewGroup, WITH_MEMBERS } from './group-body.ts';

const matching = ({ q }: { q?: string | undefined }) => (q ? { searchText: containing(q) } : {});

export const listGroupsEndpoint = defineList({
  path: '/v1/groups',
  tag: 'Groups',
  summary: 'List the groups, in the order in which a customer is matched against them',
  who: ['collector'],
  filters: { q: queryText.optional() },
  sorts: { priority: { column: 'priority', type: 'integer' }, name: { column: 'name', type: 'text' } },
  defaultSort: 'priority',
  row: groupView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const filter = { AND: [matching(query), where] };
    const rows = await context.db.customerGroup.findMany({ where: filter, orderBy, take, include: WITH_MEMBERS });
    return rows.map(viewGroup);
  },
  count: ({ query, context }) => context.db.customerGroup.count({ where: matching(query) }),
});
