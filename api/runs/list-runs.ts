import { runFigures } from '../../facts/runs/run-figures.ts';
import { queryBoolean, queryInteger } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { runView, viewRun } from './run-body.ts';

type Filters = { level?: number | undefined; dry_run?: boolean | undefined };

const matching = ({ level, dry_run: dryRun }: Filters) => ({
  ...(level === undefined ? {} : { level }),
  ...(dryRun === undefined ? {} : { dryRun }),
});

export const listRunsEndpoint = defineList({
  path: '/v1/runs',
  tag: 'Runs',
  summary: 'List runs, newest first',
  who: ['collector'],
  filters: { level: queryInteger(0, 9).optional(), dry_run: queryBoolean.optional() },
  sorts: { created_at: { column: 'createdAt', type: 'instant' } },
  defaultSort: '-created_at',
  row: runView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const runs = await context.db.run.findMany({ where: { AND: [matching(query), where] }, orderBy, take });
    const figures = await runFigures(context.db, runs);
    return runs.map((run) => viewRun(run, figures.get(run.id)));
  },
  count: ({ query, context }) => context.db.run.count({ where: matching(query) }),
});
