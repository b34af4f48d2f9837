import { attentionSentence } from '../../domain/case/attention-about-message.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { formalNoticeAdvice } from '../../domain/wording/formal-notice.ts';
import type { ActionRow } from '../../facts/actions/action-row.ts';
import { draftAction, isMessageToBe, type Sending } from '../../facts/actions/draft-action.ts';
import { checkDraft, type Draft } from '../../facts/messages/drawing/draft.ts';
import { forbiddenWording } from '../../facts/messages/drawing/render-message.ts';
import type { MessageEdits } from '../../facts/messages/reserving/reserve-message.ts';
import type { Database } from '../../prisma/client.ts';

/**
 * Refuses to confirm a message that could not be sent as it stands: no address, no text, or forbidden words. Only an action
 * still to be confirmed is checked this way; for all others the workflow says what is wrong.
 */
export async function checkPrepared(
  db: Database,
  row: ActionRow,
  sending: Sending,
  edits: MessageEdits,
): Promise<void> {
  if (!isMessageToBe(row) || row.messageId !== null || row.invoices.length === 0) return;
  checkDraft(await draftAction(db, row, sending, edits));
}

/** A draft as the API shows it. */
export function draftBody(draft: Draft, pdfUrl: string, language: Language) {
  const { text, template, recipients } = draft;
  return {
    version: draft.version,
    subject: text.subject,
    body_html: text.bodyHtml,
    template: { subject: template.subject, body_html: template.bodyHtml },
    recipients,
    pdf_url: pdfUrl,
    warnings: warningsOf(draft, language),
  };
}

const NO_ADDRESS: Record<Language, string> = {
  fr: 'Le client n’a aucune adresse électronique valable\u00a0: complétez son contact ou nommez un destinataire.',
  en: 'The customer has no e-mail address that works: complete the contact or name a recipient.',
};

function warningsOf(draft: Draft, language: Language): string[] {
  const missing = draft.kind === 'email' && draft.recipients.length === 0;
  const address = missing ? [NO_ADDRESS[language]] : [];
  const obstacle = draft.obstacle ? [obstacleSentence(draft.obstacle, language)] : [];
  const { kind, texts, content } = draft;
  const notice = kind === 'letter' ? formalNoticeAdvice(texts.letter, content.level, content.today, language) : [];
  return [...address, ...obstacle, ...forbiddenWording(texts, content, language), ...notice];
}

const obstacleSentence = ({ code, detail }: NonNullable<Draft['obstacle']>, language: Language): string =>
  language === 'fr'
    ? `Ne peut pas partir\u00a0: ${detail}`
    : attentionSentence({ code, text: detail }, 'en').replace(
        /^The (message|letter|SMS) did not leave/,
        'The $1 cannot leave',
      );
