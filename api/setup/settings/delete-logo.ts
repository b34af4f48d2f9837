import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';

export const deleteLogoEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/settings/logo',
  tag: 'Settings',
  summary: 'Delete the logo',
  who: ['supervisor'],
  answers: { 204: null },
  handle: async ({ auth, context }) => {
    await context.db.settings.update({
      where: { creditorId: auth.creditorId },
      data: { logoPng: null, version: { increment: 1 } },
    });
    return noContent();
  },
});
