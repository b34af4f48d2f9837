import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { sha256 } from '../../facts/content-hash.ts';
import { line } from '../../facts/inputs/fields.ts';
import { created } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { invalidField } from '../frame/problem.ts';
import { rawBody } from '../frame/raw-body.ts';
import { attachment, attachmentBody } from './attachment-body.ts';
import { filenameOf, FILE_TYPES, isOfType } from './file-types.ts';

export const createAttachmentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/attachments',
  tag: 'Messages',
  summary: 'Upload a file that a mail will carry',
  description: 'The body is the file. Its name is that of `Content-Disposition`, or `?filename=`.',
  who: ['collector'],
  query: z.strictObject({ filename: line(200).optional() }),
  body: rawBody(Object.keys(FILE_TYPES), 1_000_000),
  answers: { 201: attachment },
  handle: async ({ body, query, headers, context, auth }) => {
    const contentType = String(headers['content-type']).split(';')[0]!.trim().toLowerCase();
    if (body.length === 0)
      throw invalidField('empty', '', 'The file is empty.', 'Send the bytes of the file as the body.');
    if (!isOfType(body, contentType)) {
      throw invalidField(
        'wrong_type',
        '',
        `These bytes are no ${contentType}.`,
        'Send the file with its own Content-Type.',
      );
    }
    const data = {
      id: uuidv7(),
      creditorId: auth.creditorId,
      filename: filenameOf(query.filename ?? null, headers['content-disposition'] ?? null, contentType),
      contentType,
      sha256: sha256(body),
      bytes: new Uint8Array(body),
    };
    const stored = await context.db.attachment.create({ data });
    return created(`/v1/attachments/${stored.id}`, attachmentBody(stored));
  },
});
