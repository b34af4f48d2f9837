import { file } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { erased, notHere } from '../frame/problem.ts';

export const getAttachmentEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/attachments/{id}',
  tag: 'Messages',
  summary: 'Download a stored attachment',
  who: ['collector'],
  params: idParams,
  refusals: [410],
  answers: { 200: { contentType: '*/*' } },
  handle: async ({ params, context }) => {
    const row = await context.db.attachment.findUnique({ where: { id: params.id } });
    if (!row) throw notHere();
    if (row.erasedAt) throw erased();
    return file({ contentType: row.contentType, bytes: row.bytes, filename: row.filename });
  },
});
