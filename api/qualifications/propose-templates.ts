import { z } from 'zod';
import { proposedTemplates } from '../../facts/qualifications/proposed-templates.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';

const proposed = z.object({ template_id: z.string().nullable() });

export const proposeTemplatesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/qualifications/templates',
  tag: 'Specific actions',
  summary: 'Get the template to propose for the mail that tells a customer of each status',
  description:
    'The one with which a customer was last told of that status, else the default one for it. Null where there is none.',
  who: ['collector'],
  answers: { 200: z.object({ promise: proposed, dispute: proposed, litigation: proposed }) },
  handle: async ({ context, auth }) => {
    const { promise, dispute, litigation } = await proposedTemplates(context.db, auth.creditorId);
    const of = (template_id: string | null) => ({ template_id });
    return ok({ promise: of(promise), dispute: of(dispute), litigation: of(litigation) });
  },
});
