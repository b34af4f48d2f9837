import { file } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { erased, notHere } from '../frame/problem.ts';

export const getLetterEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/messages/{id}/letter.pdf',
  tag: 'Messages',
  summary: 'Download a letter as it was sent: the stored bytes',
  description: '404 while it is not made yet; 410 once it was erased with its customer.',
  who: ['collector'],
  params: idParams,
  refusals: [410],
  answers: { 200: { contentType: 'application/pdf' } },
  handle: async ({ params, context }) => {
    const content = await context.db.messageContent.findUnique({
      where: { messageId: params.id },
      select: { pdf: true, erasedAt: true },
    });
    if (content?.erasedAt) throw erased();
    if (!content?.pdf) throw notHere();
    return file({ contentType: 'application/pdf', bytes: content.pdf });
  },
});
