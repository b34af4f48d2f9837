import { carriedBody, type DraftEdits } from '../../../draft/draft-edits.ts';
import type { ReminderChoice } from './reminder-choices.tsx';

type Way = Pick<ReminderChoice, 'mode' | 'letterKind'>;

/** Whether the reminder is sent to e-mail addresses: an e-mail or an electronic letter, not a letter on paper. */
export const hasRecipients = ({ mode, letterKind }: Way): boolean =>
  mode === 'email' || letterKind === 'lre_qualified' || letterKind === 'ere_simple';

/** Only an e-mail takes attachments. */
export const hasAttachments = ({ mode }: Way): boolean => mode === 'email';

/** Converts a choice to the body of the API. */
export function choiceBody({ level, mode, letterKind, templateId, overrideReason }: ReminderChoice) {
  const why = overrideReason.trim();
  return {
    mode,
    ...(level === null ? {} : { level }),
    ...(mode === 'letter' && letterKind ? { letter_kind: letterKind } : {}),
    ...(templateId ? { template_id: templateId } : {}),
    ...(why ? { override_reason: why } : {}),
  };
}

/**
 * The edits as the body of the API, without those that the chosen way cannot carry. The form keeps them but does not
 * show them.
 */
export const changesBody = (choice: Way, edits: DraftEdits) =>
  carriedBody(edits, { hasRecipients: hasRecipients(choice), hasAttachments: hasAttachments(choice) });
