import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { forgetEdits } from '../draft/kept-edits.ts';

/** What a person changed before he confirmed. */
export interface ConfirmBody {
  subject?: string;
  body_html?: string;
  /** Of the draft that his text was written on. */
  draft_version?: string;
  recipients?: string[];
  attachments?: string[];
  comment?: string;
}

/** Confirms one action with what was changed of its draft, which is kept until then. */
export async function confirmAction(id: string, body: ConfirmBody) {
  const confirmed = await sendOnce(['confirm', id, body], (header) =>
    answerOf(api.POST('/v1/actions/{id}/confirm', { params: { path: { id }, header }, body })),
  );
  forgetEdits(id);
  return confirmed;
}
