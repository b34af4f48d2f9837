import { readUnpaid } from '../../../facts/third-parties/read-unpaid.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { readingOf } from '../../invoices/reading.ts';
import { thirdPartyRow, viewRow } from './third-party-body.ts';

export const getThirdPartyEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/third-parties/{id}',
  tag: 'Third parties',
  summary: 'Get a referrer or a notary, with what is unpaid in its case files',
  who: ['collector'],
  params: idParams,
  answers: { 200: thirdPartyRow },
  handle: async (request) => {
    const { params, auth, context } = request;
    const row = await context.db.thirdParty.findUnique({ where: { id: params.id } });
    if (!row) throw notHere();
    const { currency, todayOn } = readingOf(request);
    const unpaid = await readUnpaid(context.db, auth.creditorId, currency, { todayOn, ids: [row.id] });
    return ok(viewRow(row, unpaid.get(row.id)), { version: row.version });
  },
});
