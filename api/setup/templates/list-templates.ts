import { z } from 'zod';
import { containing } from '../../frame/containing.ts';
import { queryInteger, queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { templateView, viewTemplate, WITH_VARIANTS } from './template-body.ts';

const kinds = z.enum(['email', 'letter', 'sms', 'statement']);
type Filters = { q?: string | undefined; kind?: z.output<typeof kinds> | undefined; level?: number | undefined };

const matching = ({ q, kind, level }: Filters) => ({
  ...(q ? { name: containing(q) } : {}),
  ...(kind ? { kind } : {}),
  ...(level === undefined ? {} : { level }),
});

export const listTemplatesEndpoint = defineList({
  path: '/v1/templates',
  tag: 'Templates',
  summary: 'The templates',
  who: ['collector'],
  filters: { q: queryText.optional(), kind: kinds.optional(), level: queryInteger(0, 9).optional() },
  sorts: { name: { column: 'name', type: 'text' }, level: { column: 'level', type: 'number', nullable: true } },
  defaultSort: 'name',
  row: templateView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const filter = { AND: [matching(query), where] };
    const rows = await context.db.template.findMany({ where: filter, orderBy, take, include: WITH_VARIANTS });
    return rows.map((row) => viewTemplate(row));
  },
  count: ({ query, context }) => context.db.template.count({ where: matching(query) }),
});
