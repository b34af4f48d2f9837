import { fieldText } from '../format/printable.ts';
import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import { plainText, type Inline } from '../rich-text/document.ts';
import { expandTemplate, type MessageBlock } from '../tags/expand-template.ts';
import { inGsmAlphabet, smsSize } from './sms-alphabet.ts';

/** The most segments of one SMS: more would not be read, and each one is paid for. */
export const MOST_SEGMENTS = 3;

export interface SmsText {
  text: string;
  unicode: boolean;
  segments: number;
}

/**
 * Turns a template into an SMS: words without formatting, links as addresses, tables left out, and how to stop
 * receiving SMS. The result may exceed `MOST_SEGMENTS`; the caller refuses that.
 */
export function smsText(template: TemplateText, content: ReminderContent): SmsText {
  const { blocks } = expandTemplate(template, { ...content, informationItems: [] });
  const lines = blocks.map(textOfBlock).filter((line) => line !== '');
  const mark = content.test ? [content.language === 'en' ? '[TEST]' : '[ESSAI]'] : [];
  const text = inGsmAlphabet([...mark, ...lines, ...onBehalfOf(content), optOut(content)].join('\n'));
  return { text, ...smsSize(text) };
}

/** Names the creditor when the company collects for another: the part before the address. */
function onBehalfOf({ language, company }: ReminderContent): string[] {
  const name = fieldText((company.actsFor?.creditor ?? '').split(/[,\n]/)[0], 40);
  return name === '' ? [] : [language === 'en' ? `On behalf of ${name}` : `Pour le compte de ${name}`];
}

function optOut({ language, company }: ReminderContent): string {
  const contact = fieldText(company.phone ?? company.email, 60);
  return language === 'en' ? `No more SMS: ${contact}` : `Ne plus recevoir de SMS : ${contact}`;
}

function textOfBlock(block: MessageBlock): string {
  if (block.type === 'items') return '';
  if (block.type === 'list') return block.items.map((item) => `- ${textOf(item)}`).join('\n');
  return textOf(block.inlines);
}

function textOf(inlines: readonly Inline[]): string {
  const shown = inlines.map((inline): Inline => {
    if (inline.type === 'break' || !inline.marks.href) return inline;
    const address = inline.marks.href.replace(/^mailto:/, '');
    return { ...inline, text: inline.text.includes(address) ? inline.text : address };
  });
  return plainText(shown).trim();
}

/** The sender name of an SMS: 3 to 11 letters and digits of the company's name. */
export function smsSender(companyName: string): string {
  const plain = companyName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ]/g, '');
  const words = plain.split(' ').filter(Boolean);
  const whole = words.reduce((name, word) => (name.length + word.length <= 11 ? name + word : name), '');
  const name = (whole || words[0] || 'Relance').slice(0, 11);
  // Networks refuse a sender name that has digits only or is too short.
  return name.length >= 3 && /[A-Za-z]/.test(name) ? name : 'Relance';
}
