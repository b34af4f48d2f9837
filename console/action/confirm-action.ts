import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { forgetEdits } from '../draft/kept-edits.ts';

/** What the user changed before confirming. */
export interface ConfirmBody {
  subject?: string;
  body_html?: string;
  /** Version of the draft that the text was written on. */
  draft_version?: string;
  recipients?: string[];
  attachments?: string[];
  comment?: string;
}

/** Confirms one action with the user's edits, which are kept until the API has accepted them. */
export async function confirmAction(id: string, body: ConfirmBody) {
  const confirmed = await sendOnce(['confirm', id, body], (header) =>
    answerOf(api.POST('/v1/actions/{id}/confirm', { params: { path: { id }, header }, body })),
  );
  forgetEdits(id);
  return confirmed;
}
