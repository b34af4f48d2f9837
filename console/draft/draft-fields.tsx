import { Alert, TextInput } from '@mantine/core';
import { faultOf } from '../api/problem.ts';
import { RichTextEditor } from '../editor/rich-text-editor.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { AttachmentsInput } from './attachments-input.tsx';
import { type ChangeEdits, type DraftEdits, recipientsOf, written } from './draft-edits.ts';
import { RecipientsInput } from './recipients-input.tsx';

const words = defineWords(
  { subject: 'Objet', body: 'Texte', warnings: 'À savoir' },
  { subject: 'Subject', body: 'Text', warnings: 'Please note' },
);

export interface Draft {
  version: string;
  subject: string;
  body_html: string;
  recipients: string[];
  warnings: string[];
}

interface DraftFieldsProps {
  customerId: string;
  draft: Draft;
  edits: DraftEdits;
  change: ChangeEdits;
  /** An e-mail has recipients and attachments. A letter goes to the postal address of the customer. */
  hasRecipients: boolean;
  hasAttachments: boolean;
  /** False for an SMS. */
  hasSubject?: boolean;
  /** Read-only: edits would not be kept. */
  isReadOnly?: boolean;
  error: unknown;
}

/** A draft to read or to edit: recipients, subject, text, files. */
export function DraftFields({ customerId, draft, edits, change, error, isReadOnly = false, ...has }: DraftFieldsProps) {
  const w = useWords(words);
  return (
    <>
      {draft.warnings.length > 0 && (
        <Alert variant="default" title={w.warnings} role="note">
          {draft.warnings.map((warning) => (
            <div key={warning}>{warning}</div>
          ))}
        </Alert>
      )}
      {has.hasRecipients && (
        <RecipientsInput
          customerId={customerId}
          value={recipientsOf(draft, edits)}
          onChange={(recipients) => change((now) => ({ ...now, recipients }))}
          isReadOnly={isReadOnly}
          error={faultOf(error, '/recipients') ?? faultOf(error, '/recipients/0')}
        />
      )}
      {has.hasSubject !== false && (
        <TextInput
          label={w.subject}
          value={edits.subject ?? draft.subject}
          onChange={({ currentTarget: { value } }) => change((now) => written(now, { subject: value }, draft))}
          maxLength={200}
          readOnly={isReadOnly}
          error={faultOf(error, '/subject')}
        />
      )}
      <RichTextEditor
        label={w.body}
        value={edits.bodyHtml ?? draft.body_html}
        onChange={(bodyHtml) => change((now) => written(now, { bodyHtml }, draft))}
        tags
        isReadOnly={isReadOnly}
        error={faultOf(error, '/body_html')}
      />
      {has.hasAttachments && !isReadOnly && <AttachmentsInput edits={edits} change={change} />}
    </>
  );
}
