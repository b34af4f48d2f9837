import { z } from 'zod';
import { containing } from '../../frame/containing.ts';
import { queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { thirdPartyView, viewThirdParty } from './third-party-body.ts';

type Filters = { q?: string | undefined; role?: 'referrer' | 'notary' | undefined };

/** A third party's role is where it stands in case files. */
const matching = ({ q, role }: Filters) => ({
  ...(q ? { name: containing(q) } : {}),
  ...(role === 'referrer' ? { referredInvoices: { some: {} } } : {}),
  ...(role === 'notary' ? { notaryInvoices: { some: {} } } : {}),
});

export const listThirdPartiesEndpoint = defineList({
  path: '/v1/third-parties',
  tag: 'Third parties',
  summary: 'Referrers and notaries',
  who: ['collector'],
  filters: { q: queryText.optional(), role: z.enum(['referrer', 'notary']).optional() },
  sorts: { name: { column: 'name', type: 'text' } },
  defaultSort: 'name',
  row: thirdPartyView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const rows = await context.db.thirdParty.findMany({ where: { AND: [matching(query), where] }, orderBy, take });
    return rows.map(viewThirdParty);
  },
  count: ({ query, context }) => context.db.thirdParty.count({ where: matching(query) }),
});
