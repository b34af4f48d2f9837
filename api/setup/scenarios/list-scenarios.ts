import { containing } from '../../frame/containing.ts';
import { queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { scenarioView, viewScenario, WITH_STEPS } from './scenario-body.ts';

const matching = ({ q }: { q?: string | undefined }) => (q ? { searchText: containing(q) } : {});

export const listScenariosEndpoint = defineList({
  path: '/v1/scenarios',
  tag: 'Scenarios',
  summary: 'List the scenarios',
  who: ['collector'],
  filters: { q: queryText.optional() },
  sorts: { name: { column: 'name', type: 'text' } },
  defaultSort: 'name',
  row: scenarioView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const filter = { AND: [matching(query), where] };
    const rows = await context.db.scenario.findMany({ where: filter, orderBy, take, include: WITH_STEPS });
    return rows.map(viewScenario);
  },
  count: ({ query, context }) => context.db.scenario.count({ where: matching(query) }),
});
