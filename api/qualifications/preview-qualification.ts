import { z } from 'zod';
import { renderEmail } from '../../emails/render-email.tsx';
import { qualificationInput } from '../../facts/inputs/specific-action.ts';
import type { ReadMessage } from '../../facts/messages/drawing/draw-message.ts';
import { previewQualification } from '../../facts/qualifications/preview-qualification.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { consoleUrlOf } from './console-url.ts';

const mail = z.object({ recipients: z.array(z.string()), subject: z.string(), html: z.string() });

export const previewQualificationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/qualifications/preview',
  tag: 'Specific actions',
  summary: 'Preview the mails that a qualification would send at once, to the customer and to a colleague',
  description: 'Nothing is stored. A qualification that would be refused is refused here too; `then` is not checked.',
  who: ['collector'],
  body: qualificationInput,
  answers: { 200: z.object({ customer: mail.nullable(), colleague: mail.nullable() }) },
  handle: async (request) => {
    const { context, body } = request;
    const preview = await previewQualification(context.db, factContext(request), body, consoleUrlOf(context));
    return ok({ customer: await mailOf(preview.customer), colleague: await mailOf(preview.colleague) });
  },
});

async function mailOf(read: ReadMessage | null): Promise<z.input<typeof mail> | null> {
  if (!read?.texts?.email) return null;
  const { subject, html } = await renderEmail(read.texts.email, read.content);
  return { recipients: read.recipients, subject, html };
}
