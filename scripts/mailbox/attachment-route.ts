import type { RequestHandler } from 'express';
import type { Ledger } from './ledger.ts';
import { sendProblem } from './problem.ts';

// Types shown in the browser; others are only offered for download, so that no attachment runs in the page's origin.
const SHOWN_INLINE = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)\b/;

/** `GET /messages/{id}/attachments/{n}`: the bytes as they were sent; `n` counts from 0. */
export function getAttachment(ledger: Ledger): RequestHandler<{ id: string; n: string }> {
  return async (request, response) => {
    const mail = ledger.find(request.params.id);
    const attachment = /^\d{1,4}$/.test(request.params.n) ? mail?.attachments[Number(request.params.n)] : undefined;
    if (attachment === undefined) return sendProblem(response, 404, 'No such attachment.');
    const bytes = await ledger.attachments.get(attachment.sha256);
    response.attachment(attachment.filename);
    const named = response.get('Content-Disposition') ?? 'attachment';
    if (SHOWN_INLINE.test(attachment.content_type)) {
      response.set('Content-Disposition', named.replace(/^attachment/, 'inline'));
    }
    // Not `set`, which would add a charset that the sender did not name.
    response.setHeader('Content-Type', attachment.content_type);
    response.end(bytes);
  };
}
