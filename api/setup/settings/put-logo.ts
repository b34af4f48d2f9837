import { logoProblem } from '../../../letters/logo.ts';
import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { invalidField } from '../../frame/problem.ts';
import { rawBody } from '../../frame/raw-body.ts';

export const putLogoEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/v1/settings/logo',
  tag: 'Settings',
  summary: 'Replace the logo of letters and mails by a PNG',
  who: ['supervisor'],
  body: rawBody(['image/png'], 1_000_000),
  answers: { 204: null },
  handle: async ({ body, auth, context }) => {
    const problem = logoProblem(body);
    if (problem)
      throw invalidField('invalid_logo', '', problem, 'Send a PNG of at most 500 kB and 1600 × 1600 points.');
    await context.db.settings.update({
      where: { creditorId: auth.creditorId },
      data: { logoPng: new Uint8Array(body), version: { increment: 1 } },
    });
    return noContent();
  },
});
