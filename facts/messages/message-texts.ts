import type { MessageChannel } from '../../domain/ladder/step.ts';
import type { DebtorKind, Language } from '../../domain/reminder-content.ts';
import { EXTRA_REMINDER } from '../../domain/shipped/extra-reminder.ts';
import { fits } from '../../domain/shipped/pick-variant.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { letterOfMail } from './letter-of-mail.ts';
import { fittingText, readTexts, type Text } from './pick-text.ts';
import type { MessageTexts } from './render-message.ts';

export interface TextsRequest {
  creditorId: string;
  kind: MessageChannel;
  templateId: string | null;
  language: string;
  debtorKind: DebtorKind;
  /** Of the message; null: outside the ladder. */
  level: number | null;
  customSubject: string | null;
  customBodyHtml: string | null;
  /** A reminder beside the ladder: without a template it has the product's own words, and so its letter. */
  isExtra?: boolean;
}

/** The language is that of the text, which is another than was asked for where the template has no such text. */
export type TextsInLanguage = MessageTexts & { language: Language };

/**
 * The texts of a message: its template's, where a person's own words replace those of the channel that he wrote for.
 * Null when there is neither a template nor a text of his.
 */
export async function messageTexts(db: Database | Transaction, request: TextsRequest): Promise<TextsInLanguage | null> {
  const { creditorId, kind, templateId, debtorKind, level, customSubject, customBodyHtml } = request;
  const reader = { language: request.language as Language, debtorKind };
  const extra: readonly Text[] = request.isExtra ? [EXTRA_REMINDER, ...EXTRA_REMINDER.variants] : [];
  const all = templateId === null ? extra : await readTexts(db, { creditorId, templateId });
  // An SMS is never made of a mail's text, nor a mail or a letter of an SMS's.
  const texts = all.filter((text) => (text.kind === 'sms') === (kind === 'sms'));
  const shipped = (channel: MessageChannel) => fittingText(texts, { kind: channel, ...reader });
  const own = shipped(kind) ?? { subject: '', bodyHtml: '', language: reader.language };
  const edited = { subject: customSubject ?? own.subject, bodyHtml: customBodyHtml ?? own.bodyHtml };
  if (!edited.subject || !edited.bodyHtml) return null;
  // Without a letter's text of its own, a mail's letter says what the mail says, a person's words included.
  const isOwnAlone = customBodyHtml !== null && templateId === null;
  const hasLetterText = !isOwnAlone && texts.some((text) => fits(text, { kind: 'letter', debtorKind }));
  const ofMail = () => letterOfMail(edited, hasLetterText ? shipped('letter') : null, { debtorKind, level });
  const letter = kind === 'email' ? ofMail() : edited;
  return { kind, language: own.language, email: kind === 'email' ? edited : null, letter };
}
