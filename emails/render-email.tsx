import { render } from '@react-email/render';
import type { ReminderContent, TemplateText } from '../domain/reminder-content.ts';
import { plainText } from '../domain/rich-text/document.ts';
import { fieldText } from '../domain/format/printable.ts';
import { expandTemplate, type ExpandedMessage } from '../domain/tags/expand-template.ts';
import { bankLines } from '../domain/wording/bank-lines.ts';
import { withMentions } from '../domain/wording/collector-mentions.ts';
import { labelsOf } from '../domain/wording/labels.ts';
import { ReminderEmail } from './reminder-email.tsx';
import { shortTables } from './short-tables.ts';
import { textVersion } from './text-version.ts';

interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

/**
 * One mail in HTML and in text, in the debtor's language: the same input gives the same strings. Everything that comes from
 * data is escaped.
 * @throws UnknownTagError
 */
export async function renderEmail(template: TemplateText, content: ReminderContent): Promise<RenderedEmail> {
  const written = expandTemplate(template, content);
  const message = { ...written, blocks: withMentions(written.blocks, content) };
  const labels = labelsOf(content.language);
  const bank = bankLines(template, content);
  const preheader = preheaderOf(written);
  const shown = { ...message, blocks: shortTables(message.blocks, content, labels) };
  const html = await render(<ReminderEmail {...{ message: shown, content, bank, labels, preheader }} />);
  return { subject: message.subject, html, text: textVersion(message, content, bank, labels) };
}

/** The first sentence with content: the second paragraph, since the first is the greeting. */
function preheaderOf(message: ExpandedMessage): string {
  const paragraphs = message.blocks.filter((block) => block.type === 'paragraph');
  const paragraph = paragraphs[1] ?? paragraphs[0];
  return paragraph ? fieldText(plainText(paragraph.inlines), 140) : message.subject;
}
