import { file } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { erased, notHere } from '../frame/problem.ts';

/** The mail is shown with nothing in it executed, loaded or submitted. */
const NOTHING_RUNS =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; sandbox";

export const getHtmlEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/messages/{id}/html',
  tag: 'Messages',
  summary: 'Download a mail as it was sent: the stored bytes',
  description: '404 for a letter, and while the mail is not made yet; 410 once it was erased with its customer.',
  who: ['collector'],
  params: idParams,
  refusals: [410],
  answers: { 200: { contentType: 'text/html' } },
  handle: async ({ params, context }) => {
    const content = await context.db.messageContent.findUnique({
      where: { messageId: params.id },
      select: { html: true, erasedAt: true },
    });
    if (content?.erasedAt) throw erased();
    if (typeof content?.html !== 'string') throw notHere();
    const page = file({ contentType: 'text/html; charset=utf-8', bytes: Buffer.from(content.html) });
    return { ...page, headers: { ...page.headers, 'Content-Security-Policy': NOTHING_RUNS } };
  },
});
