import { promiseAnswer } from '../../facts/holds/hold-answer.ts';
import { missingOfPromises } from '../../facts/holds/missing-of-promises.ts';
import { idParams } from '../frame/fields.ts';
import { keyset } from '../frame/keyset.ts';
import { defineList } from '../frame/list.ts';
import { notHere } from '../frame/problem.ts';
import { promiseNow } from './answers.ts';

export const listPromisesEndpoint = defineList({
  path: '/v1/invoices/{id}/promises',
  tag: 'Holds',
  summary: 'List the promises of an invoice, in force or over, newest first',
  who: ['collector'],
  params: idParams,
  filters: {},
  sorts: { since_at: { column: 'sinceAt', type: 'instant' } },
  defaultSort: '-since_at',
  row: promiseNow,
  read: async ({ params, context }, page) => {
    const invoice = await context.db.invoice.findFirst({ where: { id: params.id }, select: { id: true } });
    if (!invoice) throw notHere();
    const { where, orderBy, take } = keyset(page);
    const of = { invoiceId: params.id, kind: 'promise' } as const;
    const rows = await context.db.hold.findMany({ where: { AND: [of, where] }, orderBy, take });
    const missing = await missingOfPromises(context.db, params.id);
    return rows.map((row) => ({ ...promiseAnswer(row), missing_cents: missing.get(row.id) ?? null }));
  },
  count: ({ params, context }) => context.db.hold.count({ where: { invoiceId: params.id, kind: 'promise' } }),
});
