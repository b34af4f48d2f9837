import { shrinkLogo } from '../../../letters/shrink-logo.ts';
import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { invalidField } from '../../frame/problem.ts';
import { rawBody } from '../../frame/raw-body.ts';

export const putLogoEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/settings/logo',
  tag: 'Settings',
  summary: 'Replace the logo of the letters by a PNG',
  description: 'A logo that is larger than letters need is reduced to that size.',
  who: ['supervisor'],
  body: rawBody(['image/png'], 1_000_000),
  answers: { 204: null },
  handle: async ({ body, auth, context }) => {
    const shrunk = shrinkLogo(body);
    if ('problem' in shrunk) throw invalidField('invalid_logo', '', shrunk.problem, 'Send a PNG of at most 1 MB.');
    await context.db.settings.update({
      where: { creditorId: auth.creditorId },
      data: { logoPng: new Uint8Array(shrunk.logo), version: { increment: 1 } },
    });
    return noContent();
  },
});
