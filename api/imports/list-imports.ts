import type { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { importAnswer } from '../../facts/imports/import-answer.ts';
import { queryBoolean } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { importView } from './import-schema.ts';

interface Filters {
  kind?: z.output<typeof importView>['kind'] | undefined;
  open_refusals?: boolean | undefined;
}

const OPEN: Prisma.ImportWhereInput = { NOT: { refused: { equals: [] } }, dealtWithAt: null };

const matching = ({ kind, open_refusals: isOpen }: Filters): Prisma.ImportWhereInput => ({
  ...(kind === undefined ? {} : { kind }),
  ...(isOpen === undefined ? {} : { AND: [isOpen ? OPEN : { NOT: OPEN }] }),
});

export const listImportsEndpoint = defineList({
  path: '/v1/imports',
  tag: 'Imports',
  summary: 'List imports, newest first; a single one names the rows that were refused',
  who: ['collector'],
  description:
    '`open_refusals=true`: those with refused rows, until `POST /imports/{id}/dismiss` says that they were seen to.',
  filters: { kind: importView.shape.kind.optional(), open_refusals: queryBoolean.optional() },
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
      const { refused: _, warnings: __, ...view } = importAnswer(row);
      return view;
    });
  },
  count: ({ query, context }) => context.db.import.count({ where: matching(query) }),
});
