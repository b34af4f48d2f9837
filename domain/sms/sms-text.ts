import { fieldText } from '../format/printable.ts';
import type { ReminderContent, TemplateText } from '../reminder-content.ts';
import { plainText, type Inline } from '../rich-text/document.ts';
import { expandTemplate, type MessageBlock } from '../tags/expand-template.ts';
import { inGsmAlphabet, smsSize } from './sms-alphabet.ts';

/** More is not read, and each of them is paid for. */
export const MOST_SEGMENTS = 3;

export interface SmsText {
  text: string;
  unicode: boolean;
  segments: number;
}

/**
 * A template as an SMS: its words without formatting, links by their address, and how to receive no more of them. Tables have
 * no place in it. It may be longer than `MOST_SEGMENTS`: whoever sends it refuses that.
 */
export function smsText(template: TemplateText, content: ReminderContent): SmsText {
  const { blocks } = expandTemplate(template, { ...content, informationItems: [] });
  const lines = blocks.map(textOfBlock).filter((line) => line !== '');
  const mark = content.test ? [content.language === 'en' ? '[TEST]' : '[ESSAI]'] : [];
  const text = inGsmAlphabet([...mark, ...lines, ...onBehalfOf(content), optOut(content)].join('\n'));
  return { text, ...smsSize(text) };
}

/** Whose claim it is, where the company collects another's: his name, which is what stands before the address. */
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

/** Who an SMS is from: 3 to 11 letters and digits of the company's name. */
export function smsSender(companyName: string): string {
  const plain = companyName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ]/g, '');
  const words = plain.split(' ').filter(Boolean);
  const whole = words.reduce((name, word) => (name.length + word.length <= 11 ? name + word : name), '');
  const name = (whole || words[0] || 'Relance').slice(0, 11);
  // Networks refuse a sender of digits alone, and one that is too short.
  return name.length >= 3 && /[A-Za-z]/.test(name) ? name : 'Relance';
}
