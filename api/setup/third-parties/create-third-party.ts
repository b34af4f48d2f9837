import { v7 as uuidv7 } from 'uuid';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { thirdPartyColumns, thirdPartyInput, thirdPartyView, viewThirdParty } from './third-party-body.ts';

export const createThirdPartyEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/third-parties',
  tag: 'Third parties',
  summary: 'Take in a referrer or a notary',
  who: ['supervisor'],
  body: thirdPartyInput,
  answers: { 201: thirdPartyView },
  handle: async ({ body, auth, context }) => {
    const data = { ...thirdPartyColumns(body), id: uuidv7(), creditorId: auth.creditorId, name: body.name };
    const row = await context.db.thirdParty.create({ data });
    return created(`/v1/third-parties/${row.id}`, viewThirdParty(row), { version: row.version });
  },
});
