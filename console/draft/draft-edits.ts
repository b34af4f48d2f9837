import { isAddress } from './addresses.ts';
import type { Attached } from './attachments-input.tsx';

/** What the user changed in a draft. Absent fields stay as the template has them. */
export interface DraftEdits {
  subject?: string;
  bodyHtml?: string;
  /** Version of the draft that this text was written on: the text may state the amount due then. */
  draftVersion?: string;
  recipients?: string[];
  attachments: Attached[];
  /** Keys of the uploads under way. The message cannot be sent before they end. */
  uploads?: readonly string[];
}

/** Updates the latest edits: an upload can end after the user has typed more. */
export type ChangeEdits = (change: (now: DraftEdits) => DraftEdits) => void;

export const NO_EDITS: DraftEdits = { attachments: [] };

/** The recipients: those of the draft until the user changes them. Empty when the user removed all of them. */
export const recipientsOf = (draft: { recipients: string[] }, edits: DraftEdits): string[] =>
  edits.recipients ?? draft.recipients;

const isWritten = ({ subject, bodyHtml }: DraftEdits): boolean => subject !== undefined || bodyHtml !== undefined;

/** Edits with the user's own text, and the version of the draft that it was first written on. */
export const written = (
  edits: DraftEdits,
  text: Pick<DraftEdits, 'subject' | 'bodyHtml'>,
  draft: { version: string },
): DraftEdits => ({ ...edits, ...text, draftVersion: edits.draftVersion ?? draft.version });

/**
 * Whether the draft has changed since the user's text was written, so that the user must choose between the two texts.
 */
export const isOutdated = (edits: DraftEdits, draft: { version: string }): boolean =>
  isWritten(edits) && edits.draftVersion !== draft.version;

/** Keeps the user's own text, after the user has seen what changed. */
export const ownTextKept = (edits: DraftEdits, draft: { version: string }): DraftEdits => ({
  ...edits,
  draftVersion: draft.version,
});

/** Takes the planned text, and keeps the user's recipients and files. */
export const plannedTextTaken = ({
  subject: _subject,
  bodyHtml: _bodyHtml,
  draftVersion: _version,
  ...others
}: DraftEdits): DraftEdits => others;

const isUploading = ({ uploads = [] }: DraftEdits): boolean => uploads.length > 0;

export const uploadBegun = (edits: DraftEdits, key: string): DraftEdits => ({
  ...edits,
  uploads: [...(edits.uploads ?? []), key],
});

/** Ends an upload: `file` is null when it failed. Nothing changes when the upload was removed meanwhile. */
export function uploadEnded(edits: DraftEdits, key: string, file: Attached | null): DraftEdits {
  const { uploads = [], ...others } = edits;
  if (!uploads.includes(key)) return edits;
  const left = uploads.filter((one) => one !== key);
  return {
    ...others,
    attachments: file ? [...edits.attachments, file] : edits.attachments,
    ...(left.length > 0 ? { uploads: left } : {}),
  };
}

/** Why a draft cannot be sent yet. */
export type Missing = 'recipient' | 'address' | 'upload' | 'choice';

/**
 * What the user must do before the draft can be sent; null when nothing. `hasRecipients`: it goes to e-mail addresses.
 */
export function missingOf(
  draft: { version: string; recipients: string[] },
  edits: DraftEdits,
  hasRecipients: boolean,
): Missing | null {
  const recipients = hasRecipients ? recipientsOf(draft, edits) : null;
  if (recipients?.length === 0) return 'recipient';
  if (recipients?.some((one) => !isAddress(one))) return 'address';
  if (isUploading(edits)) return 'upload';
  return isOutdated(edits, draft) ? 'choice' : null;
}

/**
 * Whether an upload is under way or the recipients are incomplete. Such an action is not confirmed together with
 * others.
 */
export const isUnfinished = (edits: DraftEdits): boolean =>
  isUploading(edits) ||
  (edits.recipients !== undefined && (edits.recipients.length === 0 || !edits.recipients.every(isAddress)));

/** The user's own text as the body of the API. Unlike recipients and files, it changes the letter. */
export const ownText = ({ subject, bodyHtml }: DraftEdits) => ({
  ...(subject ? { subject } : {}),
  ...(bodyHtml ? { body_html: bodyHtml } : {}),
});

/** What the chosen way can carry: a letter on paper and an SMS have neither e-mail addresses nor files. */
export interface Carries {
  hasRecipients: boolean;
  hasAttachments: boolean;
}

/** The edits as the body of the API, without what the chosen way cannot carry. The edits themselves are kept. */
export function carriedBody(edits: DraftEdits, { hasRecipients, hasAttachments }: Carries) {
  const { recipients, attachments, ...text } = editsBody(edits);
  return {
    ...text,
    ...(recipients && hasRecipients ? { recipients } : {}),
    ...(attachments && hasAttachments ? { attachments } : {}),
  };
}

/** The edits as the body of the API: only what was changed, so that the rest follows the template. */
export function editsBody(edits: DraftEdits) {
  const { subject, bodyHtml, draftVersion, recipients, attachments } = edits;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(bodyHtml === undefined ? {} : { body_html: bodyHtml }),
    ...(isWritten(edits) && draftVersion !== undefined ? { draft_version: draftVersion } : {}),
    ...(recipients && recipients.length > 0 ? { recipients } : {}),
    ...(attachments.length > 0 ? { attachments: attachments.map(({ id }) => id) } : {}),
  };
}
