import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { thirdPartyView, viewThirdParty } from './third-party-body.ts';

export const getThirdPartyEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/third-parties/{id}',
  tag: 'Third parties',
  summary: 'A referrer or a notary',
  who: ['collector'],
  params: idParams,
  answers: { 200: thirdPartyView },
  handle: async ({ params, context }) => {
    const row = await context.db.thirdParty.findUnique({ where: { id: params.id } });
    if (!row) throw notHere();
    return ok(viewThirdParty(row), { version: row.version });
  },
});
