import type { MessageChannel } from '../../../domain/ladder/step.ts';
import type { DebtorKind, Language } from '../../../domain/reminder-content.ts';
import { EXTRA_REMINDER } from '../../../domain/shipped/extra-reminder.ts';
import { fits } from '../../../domain/shipped/pick-variant.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { letterOfMail } from './letter-of-mail.ts';
import { fittingText, readTexts, type Text } from './pick-text.ts';
import type { MessageTexts } from '../drawing/render-message.ts';

export interface TextsRequest {
  creditorId: string;
  kind: MessageChannel;
  templateId: string | null;
  language: string;
  debtorKind: DebtorKind;
  /** The level of the message; null outside the ladder. */
  level: number | null;
  customSubject: string | null;
  customBodyHtml: string | null;
  /** True for a reminder outside the ladder: without a template it uses the product's own text, in its letter too. */
  isExtra?: boolean;
}

/** The texts, with the language they are in, which is not the one asked for when the template has no such text. */
export type TextsInLanguage = MessageTexts & { language: Language };

/**
 * The texts of a message: the template's, with a person's own words in place of the text of the channel they were
 * written for. Null when there is neither a template nor an own text.
 */
export async function messageTexts(db: Database | Transaction, request: TextsRequest): Promise<TextsInLanguage | null> {
  const { creditorId, kind, templateId, debtorKind, level, customSubject, customBodyHtml } = request;
  const reader = { language: request.language as Language, debtorKind };
  const extra: readonly Text[] = request.isExtra ? [EXTRA_REMINDER, ...EXTRA_REMINDER.variants] : [];
  const all = templateId === null ? extra : await readTexts(db, { creditorId, templateId });
  // An SMS is never made from a mail's text, nor a mail or a letter from an SMS's.
  const texts = all.filter((text) => (text.kind === 'sms') === (kind === 'sms'));
  const shipped = (channel: MessageChannel) => fittingText(texts, { kind: channel, ...reader });
  const own = shipped(kind) ?? { subject: '', bodyHtml: '', language: reader.language };
  const edited = { subject: customSubject ?? own.subject, bodyHtml: customBodyHtml ?? own.bodyHtml };
  if (!edited.subject || !edited.bodyHtml) return null;
  // Without a letter text, a mail's letter says what the mail says, including a person's own words.
  const isOwnAlone = customBodyHtml !== null && templateId === null;
  const hasLetterText = !isOwnAlone && texts.some((text) => fits(text, { kind: 'letter', debtorKind }));
  const ofMail = () => letterOfMail(edited, hasLetterText ? shipped('letter') : null, { debtorKind, level });
  const letter = kind === 'email' ? ofMail() : edited;
  return { kind, language: own.language, email: kind === 'email' ? edited : null, letter };
}
