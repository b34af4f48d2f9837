import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { conflicting, notHere } from '../../frame/problem.ts';

export const deleteThirdPartyEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/third-parties/{id}',
  tag: 'Third parties',
  summary: 'Delete a referrer or a notary who stands in no case file',
  who: ['supervisor'],
  params: idParams,
  answers: { 204: null },
  handle: async ({ params: { id }, context: { db } }) => {
    if (!(await db.thirdParty.findUnique({ where: { id } }))) throw notHere();
    const files = await db.invoice.count({ where: { OR: [{ referrerId: id }, { notaryId: id }] } });
    if (files > 0) throw conflicting('in_use', `Still named in ${files} case files.`);
    if ((await db.message.count({ where: { thirdPartyId: id } })) > 0)
      throw conflicting('in_use', 'It received statements.');
    await db.thirdParty.delete({ where: { id } });
    return noContent();
  },
});
