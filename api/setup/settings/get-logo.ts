import { readSettings } from '../../../facts/creditors/change-settings.ts';
import { file } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { notHere } from '../../frame/problem.ts';

export const getLogoEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/settings/logo',
  tag: 'Settings',
  summary: 'Download the logo of letters and mails',
  who: ['collector'],
  answers: { 200: { contentType: 'image/png' } },
  refusals: [404],
  handle: async ({ auth, context }) => {
    const { logoPng } = await readSettings(context.db, auth.creditorId);
    if (!logoPng) throw notHere();
    return file({ contentType: 'image/png', bytes: logoPng });
  },
});
