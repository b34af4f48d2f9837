import type { MessageChannel } from '../../../domain/ladder/step.ts';
import { smsText } from '../../../domain/sms/sms-text.ts';
import type { Language, ReminderContent, TemplateText } from '../../../domain/reminder-content.ts';
import { expandTemplate } from '../../../domain/tags/expand-template.ts';
import { checkWording } from '../../../domain/wording/check-wording.ts';
import { explainFinding } from '../../../domain/wording/explain-finding.ts';

export interface RenderedMessage {
  subject: string;
  html: string | null;
  text: string | null;
  /** Null for an SMS. */
  pdf: Uint8Array | null;
}

export interface MessageTexts {
  kind: MessageChannel;
  /** The mail's own text; not used for a letter. */
  email: TemplateText | null;
  /** The letter's text; for an SMS, the SMS's text. */
  letter: TemplateText;
  /** True for a mail that is no reminder and carries no letter. */
  alone?: boolean;
}

/** Draws texts, with `emails/` and `letters/`. Passed in by code that may import those folders. */
export interface Renderers {
  renderEmail(
    template: TemplateText,
    content: ReminderContent,
  ): Promise<{ subject: string; html: string; text: string }>;
  renderLetter(template: TemplateText, content: ReminderContent): Promise<Uint8Array>;
}

/** What may not be written to this debtor, one sentence each; with any of them nothing leaves. */
export function forbiddenWording(texts: MessageTexts, content: ReminderContent, language: Language = 'fr'): string[] {
  const found = [texts.email, texts.letter].flatMap((text) => (text ? checkWording(text, content) : []));
  return [...new Set(found.map((finding) => explainFinding(finding, language)))];
}

/** Draws a message: always a letter, except for an SMS, and the mail that carries it when the message is a mail. */
export async function renderMessage(
  renderers: Renderers,
  texts: MessageTexts,
  content: ReminderContent,
): Promise<RenderedMessage> {
  if (texts.kind === 'sms') {
    return {
      subject: subjectOf(texts.letter, content),
      html: null,
      text: smsText(texts.letter, content).text,
      pdf: null,
    };
  }
  if (texts.alone && texts.email) return { ...(await renderers.renderEmail(texts.email, content)), pdf: null };
  const pdf = await renderers.renderLetter(texts.letter, content);
  if (texts.kind === 'letter' || !texts.email) {
    return { subject: subjectOf(texts.letter, content), html: null, text: null, pdf };
  }
  return { ...(await renderers.renderEmail(texts.email, content)), pdf };
}

const subjectOf = (text: TemplateText, content: ReminderContent): string => expandTemplate(text, content).subject;
