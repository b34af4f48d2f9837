import { z } from 'zod';
import type { Attachment } from '../../prisma/generated/client.ts';

export const attachment = z.object({
  id: z.string(),
  filename: z.string(),
  content_type: z.string(),
  size: z.int(),
  sha256: z.string(),
});

/** A stored file as the API shows it, without its bytes. */
export const attachmentBody = (row: Attachment): z.input<typeof attachment> => ({
  id: row.id,
  filename: row.filename,
  content_type: row.contentType,
  size: row.bytes.byteLength,
  sha256: row.sha256,
});
