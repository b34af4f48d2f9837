import { z } from 'zod';
import type { ReminderContent, TemplateText } from '../../../domain/reminder-content.ts';
import { previewWarnings } from '../../../domain/tags/preview-warnings.ts';
import { renderEmail } from '../../../emails/render-email.tsx';
import { forbiddenWording } from '../../../facts/messages/drawing/render-message.ts';
import { renderLetter } from '../../../letters/render-letter.ts';

export const previewView = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  pdf_url: z.string().meta({ description: 'The letter, as a data: URL' }),
  warnings: z.array(z.string()),
});

/**
 * What would be sent, drawn by the code that draws the real message; `warnings` in French, including those that would hold
 * it back.
 */
export async function drawPreview(
  texts: { main: TemplateText; letter: TemplateText },
  content: ReminderContent,
  warnings: readonly string[],
): Promise<z.output<typeof previewView>> {
  // Warnings about links that are too long for a printed letter do not apply to a mail.
  const ofMail = { ...content, letterKind: null };
  const { html, text, subject } = await renderEmail(texts.main, ofMail);
  const pdf = await renderLetter(texts.letter, content);
  const filledIn = [...previewWarnings([texts.main], ofMail), ...previewWarnings([texts.letter], content)];
  const held = forbiddenWording({ kind: 'email', email: texts.main, letter: texts.letter }, content);
  return {
    subject,
    html,
    text,
    pdf_url: `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`,
    warnings: [...new Set([...warnings, ...filledIn, ...held])],
  };
}
