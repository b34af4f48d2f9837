import { thirdPartyInput } from '../../../facts/inputs/third-party.ts';
import { createThirdParty } from '../../../facts/third-parties/create-third-party.ts';
import { created, ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { thirdPartyView, viewThirdParty } from './third-party-body.ts';

export const createThirdPartyEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/third-parties',
  tag: 'Third parties',
  summary: 'Create a referrer or a notary',
  description:
    'Creating it again with the same `reference` and content answers the first one; with other content it is 409.',
  who: ['supervisor'],
  body: thirdPartyInput,
  answers: { 200: thirdPartyView, 201: thirdPartyView },
  handle: async ({ body, auth, context }) => {
    const { row, replayed } = await createThirdParty(context.db, auth, body);
    const version = { version: row.version };
    return replayed
      ? ok(viewThirdParty(row), version)
      : created(`/v1/third-parties/${row.id}`, viewThirdParty(row), version);
  },
});
