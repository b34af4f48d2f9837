import { thirdPartyChange } from '../../../facts/inputs/third-party.ts';
import { thirdPartyColumns } from '../../../facts/third-parties/third-party-columns.ts';
import { ok } from '../../frame/answer.ts';
import { changeWhenUnchanged } from '../../frame/change-when-unchanged.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { thirdPartyView, viewThirdParty } from './third-party-body.ts';

export const changeThirdPartyEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/third-parties/{id}',
  tag: 'Third parties',
  summary: 'Change a referrer or a notary',
  who: ['supervisor'],
  params: idParams,
  body: thirdPartyChange,
  answers: { 200: thirdPartyView },
  handle: async ({ params: { id }, body, context, matches }) => {
    const row = await changeWhenUnchanged(context.db.thirdParty, id, matches, thirdPartyColumns(body));
    return ok(viewThirdParty(row), { version: row.version });
  },
});
