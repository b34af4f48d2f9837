import { formatAmount } from '../format/amount.ts';
import { fieldText } from '../format/printable.ts';
import { isFormalNoticeLevel } from '../ladder/step.ts';
import type { DebtorKind, ReminderContent, TemplateText, WordingFinding } from '../reminder-content.ts';
import { sumOfBalances, sumOfTotals } from '../tags/item-table.ts';
import { authorText, normalizeWords, type AuthorText } from './author-text.ts';
import { BEFORE_FORMAL_NOTICE_RULES, CONSUMER_BEFORE_NOTICE_RULES, CONSUMER_RULES } from './forbidden-words.ts';

/**
 * Finds forbidden wording in a message when it is made: with one finding or more, nothing leaves and a person decides.
 * Only the author's words are checked, not what tags bring in, nor the debtor's own name and amounts, which a corrected
 * draft contains as text. An unknown tag is a finding too. Sources: see `forbidden-words.ts`.
 */
export function checkWording(template: TemplateText, content: ReminderContent): WordingFinding[] {
  const words = authorText(template);
  const text = ownWords(content).reduce(without, words.text);
  const unknown = words.unknownTags.map((found) => ({ rule: 'unknown_tag', found }));
  const found = judge({ ...words, text }, content.debtorKind, content.level);
  return [...(owesInterest(content) ? found.filter(({ rule }) => !isOfInterest(rule)) : found), ...unknown];
}

/**
 * Whether mentioning interest is true: an invoice of the message had its formal notice. In a statement nothing is
 * claimed from the third party, so it may mention interest too.
 */
const owesInterest = ({ items, statementColumns }: ReminderContent): boolean =>
  statementColumns !== undefined || items.some(({ level }) => isFormalNoticeLevel(level));

const isOfInterest = (rule: string): boolean => CONSUMER_BEFORE_NOTICE_RULES.some((one) => one.rule === rule);

/** Whether a text tells a consumer that interest runs, which is owed only from a formal notice on. */
export const speaksOfInterest = (template: TemplateText): boolean =>
  judge(authorText(template), 'consumer', 0).some(({ rule }) => isOfInterest(rule));

/**
 * Finds forbidden wording in a template when it is saved. Rules for a kind of debtor or a level are skipped when that
 * is undefined.
 */
export function findForbidden(
  template: TemplateText,
  debtorKind: DebtorKind | undefined,
  level: number | undefined,
): WordingFinding[] {
  return judge(authorText(template), debtorKind, level);
}

function judge({ text, tags }: AuthorText, debtorKind?: DebtorKind, level?: number): WordingFinding[] {
  const findings: WordingFinding[] = [];
  const isEarly = level !== undefined && !isFormalNoticeLevel(level);
  const rules = [
    ...(debtorKind === 'consumer' ? CONSUMER_RULES : []),
    ...(debtorKind === 'consumer' && isEarly ? CONSUMER_BEFORE_NOTICE_RULES : []),
    ...(isEarly ? BEFORE_FORMAL_NOTICE_RULES : []),
  ];
  for (const { rule, pattern } of rules) {
    const match = pattern.exec(text);
    if (match) findings.push({ rule, found: match[0].trim() });
  }
  if (debtorKind === 'consumer' && tags.has('#late_penalty_rate')) {
    findings.push({ rule: 'consumer_penalty', found: '#late_penalty_rate' });
  }
  return findings;
}

/**
 * Removes the debtor's own words from the text. Most are not in it, and a plain search is cheaper than the regular
 * expression.
 */
function without(text: string, own: string): string {
  return text.includes(own) ? text.replace(whole(own), '\ufffc') : text;
}

/**
 * Matches the words only as whole words: the 0,00 € of an empty list is no part of 40,00 €, nor a Mr Rais of « frais ».
 */
function whole(words: string): RegExp {
  const before = /^\p{N}/u.test(words) ? '(?<![\\p{L}\\p{N}]|\\p{N}[.,\\s])' : '(?<![\\p{L}\\p{N}])';
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`${before}${literal}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'gu');
}

/** Names and amounts of the case itself, normalised like `authorText`, longest first. */
function ownWords(content: ReminderContent): string[] {
  const { customer, company, sender, items, accountItems, informationItems, currency, language } = content;
  const lists = [items, accountItems, informationItems];
  const cents = [
    ...lists.flat().flatMap((item) => [item.balanceCents, item.totalCents]),
    ...lists.flatMap((list) => [sumOfBalances(list), sumOfTotals(list)]),
  ];
  const amounts = cents.map((value) => formatAmount(Math.abs(value), currency, language));
  const names = [customer.name, customer.contactName, company.name, sender.name].map((name) => fieldText(name, 100));
  const own = [...new Set([...names, ...amounts].map(normalizeWords))].filter((word) => word.length >= 4);
  return own.sort((a, b) => b.length - a.length);
}
