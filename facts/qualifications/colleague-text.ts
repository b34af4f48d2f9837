import { formatAmount } from '../../domain/format/amount.ts';
import { fieldText } from '../../domain/format/printable.ts';
import type { Language, TemplateText } from '../../domain/reminder-content.ts';
import type { Block, Inline, Marks } from '../../domain/rich-text/document.ts';
import { safeHref } from '../../domain/rich-text/safe-href.ts';
import { serializeBody } from '../../domain/rich-text/serialize-body.ts';
import { quoteTags } from '../../domain/tags/split-tags.ts';
import { withDe } from '../../domain/wording/with-de.ts';

/** One item as a colleague's mail shows it. */
export interface ToldItem {
  number: string;
  balanceCents: number;
  currency: string;
  /** In words, such as `litige en cours : prix contesté`. */
  statuses: readonly string[];
  comment: string | null;
  /** The address of the item in the console. */
  url: string;
}

const WORDS = {
  fr: {
    from: (name: string) => `Message ${withDe(name)}`,
    sentBy: (name: string) => `Envoyé par ${name}.`,
    items: 'Statuts et commentaires',
    none: 'sans statut particulier',
    colon: '\u00a0: ',
  },
  en: {
    from: (name: string) => `Message from ${name}`,
    sentBy: (name: string) => `Sent by ${name}.`,
    items: 'Statuses and comments',
    none: 'no particular status',
    colon: ': ',
  },
} as const;

/**
 * The text of an internal mail: the chosen text, the sender's name and comment, and each item with its status, comment and link.
 */
export function colleagueText(
  template: TemplateText,
  told: { language: Language; sender: string; comment: string | null; items: readonly ToldItem[] },
): TemplateText {
  const words = WORDS[told.language];
  const said: Block[] = told.comment
    ? [
        { type: 'heading', rank: 3, inlines: [run(words.from(told.sender), 200)] },
        { type: 'paragraph', inlines: [run(told.comment, 4000)] },
      ]
    : [{ type: 'paragraph', inlines: [run(words.sentBy(told.sender), 200)] }];
  const blocks: Block[] = [
    ...said,
    { type: 'heading', rank: 3, inlines: [run(words.items, 100)] },
    listOf(told.items, told.language),
  ];
  return { subject: template.subject, bodyHtml: `${template.bodyHtml}\n${serializeBody(blocks)}` };
}

const listOf = (items: readonly ToldItem[], language: Language): Block => ({
  type: 'list',
  ordered: false,
  items: items.map((item) => itemLine(item, language)),
});

/** The body of an internal mail with the list of items at its end replaced by the current one. */
export function retold(bodyHtml: string, items: readonly ToldItem[], language: Language): string {
  const at = bodyHtml.lastIndexOf('<ul>');
  return at < 0 ? bodyHtml : bodyHtml.slice(0, at) + serializeBody([listOf(items, language)]);
}

function itemLine(item: ToldItem, language: Language): Inline[] {
  const { none, colon } = WORDS[language];
  const href = safeHref(item.url);
  const amount = formatAmount(item.balanceCents, item.currency, language);
  const statuses = item.statuses.length > 0 ? item.statuses.join(', ') : none;
  const comment = item.comment ? ` – ${item.comment}` : '';
  return [run(item.number, 40, href ? { href } : {}), run(` (${amount})${colon}${statuses}${comment}`, 5000)];
}

/** Text that people wrote, escaped so that nothing in it is read as a tag. */
function run(text: string, maxLength: number, marks: Marks = {}): Inline {
  const lead = text.startsWith(' ') ? ' ' : '';
  return { type: 'text', text: quoteTags(lead + fieldText(text, maxLength)), marks };
}
