import type { z } from 'zod';
import { importAnswer } from '../../facts/imports/import-answer.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { importView } from './import-schema.ts';

type Filters = { kind?: z.output<typeof importView>['kind'] | undefined };

const matching = ({ kind }: Filters) => (kind === undefined ? {} : { kind });

export const listImportsEndpoint = defineList({
  path: '/v1/imports',
  tag: 'Imports',
  summary: 'Imports, newest first; a single one lists the rows that were refused',
  who: ['collector'],
  filters: { kind: importView.shape.kind.optional() },
  sorts: { created_at: { column: 'createdAt', type: 'instant' } },
  defaultSort: '-created_at',
  row: importView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const rows = await context.db.import.findMany({
      where: { AND: [matching(query), where] },
      orderBy,
      take,
      omit: { content: true },
    });
    return rows.map((row) => {
      const { refused: _, ...view } = importAnswer(row);
      return view;
    });
  },
  count: ({ query, context }) => context.db.import.count({ where: matching(query) }),
});
