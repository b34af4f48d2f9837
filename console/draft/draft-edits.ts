import { isAddress } from './addresses.ts';
import type { Attached } from './attachments-input.tsx';

/** What a person changed of a draft; what is left out stays as the template has it. */
export interface DraftEdits {
  subject?: string;
  bodyHtml?: string;
  /** Of the draft that he wrote this text on: it may state what was due then. */
  draftVersion?: string;
  recipients?: string[];
  attachments: Attached[];
  /** Files that are on their way up, each by a key of its own: it leaves without none of them. */
  uploads?: readonly string[];
}

/** Changes what there is by then: a file arrives whatever was typed meanwhile. */
export type ChangeEdits = (change: (now: DraftEdits) => DraftEdits) => void;

export const NO_EDITS: DraftEdits = { attachments: [] };

/** To whom it would leave: as the draft has it, until a person changes that. Nobody when he took all of them out. */
export const recipientsOf = (draft: { recipients: string[] }, edits: DraftEdits): string[] =>
  edits.recipients ?? draft.recipients;

const isWritten = ({ subject, bodyHtml }: DraftEdits): boolean => subject !== undefined || bodyHtml !== undefined;

/** With a text of his own, which is kept with the draft that it was first written on. */
export const written = (
  edits: DraftEdits,
  text: Pick<DraftEdits, 'subject' | 'bodyHtml'>,
  draft: { version: string },
): DraftEdits => ({ ...edits, ...text, draftVersion: edits.draftVersion ?? draft.version });

/** His text was written on a draft that says something else by now: he has to say which of the two is to leave. */
export const isOutdated = (edits: DraftEdits, draft: { version: string }): boolean =>
  isWritten(edits) && edits.draftVersion !== draft.version;

/** His own text is to leave as he wrote it, now that he has seen what has changed. */
export const ownTextKept = (edits: DraftEdits, draft: { version: string }): DraftEdits => ({
  ...edits,
  draftVersion: draft.version,
});

/** The text as it is planned now, with the recipients and files that he chose. */
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

/** A file has arrived, or never will (null). Where nothing waits for it any more, it changes nothing. */
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

/** Why a draft may not leave yet. */
export type Missing = 'recipient' | 'address' | 'upload' | 'choice';

/** What a person has to see to before it may leave; null: nothing. `hasRecipients`: it goes to addresses of mail. */
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

/** Something is left open in what was changed: it is not to be confirmed among many as if it were done. */
export const isUnfinished = (edits: DraftEdits): boolean =>
  isUploading(edits) ||
  (edits.recipients !== undefined && (edits.recipients.length === 0 || !edits.recipients.every(isAddress)));

/** What a person wrote himself, as the API takes it: it changes the letter, the recipients and files do not. */
export const ownText = ({ subject, bodyHtml }: DraftEdits) => ({
  ...(subject ? { subject } : {}),
  ...(bodyHtml ? { body_html: bodyHtml } : {}),
});

/** What goes the message's way: a letter on paper and an SMS have neither addresses of mail nor files. */
export interface Carries {
  hasRecipients: boolean;
  hasAttachments: boolean;
}

/** What was changed, without what does not go the way of the message: that is kept, and sent no more. */
export function carriedBody(edits: DraftEdits, { hasRecipients, hasAttachments }: Carries) {
  const { recipients, attachments, ...text } = editsBody(edits);
  return {
    ...text,
    ...(recipients && hasRecipients ? { recipients } : {}),
    ...(attachments && hasAttachments ? { attachments } : {}),
  };
}

/** Edits as the API takes them: only what was changed, so that the rest follows the template. */
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
