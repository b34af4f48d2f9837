import { disputeAnswer } from '../../facts/holds/hold-answer.ts';
import { idParams } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { notHere } from '../frame/problem.ts';
import { dispute } from './answers.ts';

export const listDisputesEndpoint = defineList({
  path: '/v1/invoices/{id}/disputes',
  tag: 'Holds',
  summary: 'List the disputes of an invoice, in force or over, newest first',
  who: ['collector'],
  params: idParams,
  filters: {},
  sorts: { since_at: { column: 'sinceAt', type: 'instant' } },
  defaultSort: '-since_at',
  row: dispute,
  read: async ({ params, context }, page) => {
    const invoice = await context.db.invoice.findFirst({ where: { id: params.id }, select: { id: true } });
    if (!invoice) throw notHere();
    const { where, orderBy, take } = keyset(page);
    const of = { invoiceId: params.id, kind: 'dispute' } as const;
    const rows = await context.db.hold.findMany({ where: { AND: [of, where] }, orderBy, take });
    return rows.map(disputeAnswer);
  },
  count: ({ params, context }) => context.db.hold.count({ where: { invoiceId: params.id, kind: 'dispute' } }),
});
