import type { Attached } from './attachments-input.tsx';

/** What a person changed of a draft; what is left out stays as the template has it. */
export interface DraftEdits {
  subject?: string;
  bodyHtml?: string;
  recipients?: string[];
  attachments: Attached[];
}

export const NO_EDITS: DraftEdits = { attachments: [] };

/** To whom it would leave: as the draft has it, until a person changes that. Nobody when he took all of them out. */
export const recipientsOf = (draft: { recipients: string[] }, edits: DraftEdits): string[] =>
  edits.recipients ?? draft.recipients;

/** What a person wrote himself, as the API takes it: it changes the letter, the recipients and files do not. */
export const ownText = ({ subject, bodyHtml }: DraftEdits) => ({
  ...(subject ? { subject } : {}),
  ...(bodyHtml ? { body_html: bodyHtml } : {}),
});

/** As the API takes it: only what was changed, so that the rest follows the template. */
export function editsBody({ subject, bodyHtml, recipients, attachments }: DraftEdits) {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(bodyHtml === undefined ? {} : { body_html: bodyHtml }),
    ...(recipients && recipients.length > 0 ? { recipients } : {}),
    ...(attachments.length > 0 ? { attachments: attachments.map(({ id }) => id) } : {}),
  };
}
