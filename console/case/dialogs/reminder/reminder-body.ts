import { carriedBody, type DraftEdits } from '../../../draft/draft-edits.ts';
import type { ReminderChoice } from './reminder-choices.tsx';

type Way = Pick<ReminderChoice, 'mode' | 'letterKind'>;

/**
 * A reminder that goes to addresses of mail: a mail does, and a letter that travels electronically; a letter on paper does not.
 */
export const hasRecipients = ({ mode, letterKind }: Way): boolean =>
  mode === 'email' || letterKind === 'lre_qualified' || letterKind === 'ere_simple';

/** Files go with a mail alone. */
export const hasAttachments = ({ mode }: Way): boolean => mode === 'email';

/** A choice as the API takes it. */
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

/** What was changed, as the API takes it, without what does not go the chosen way: that is kept, and shown no more. */
export const changesBody = (choice: Way, edits: DraftEdits) =>
  carriedBody(edits, { hasRecipients: hasRecipients(choice), hasAttachments: hasAttachments(choice) });
