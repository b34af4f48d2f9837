import { formatAmount } from '../format/amount.ts';
import { fieldText } from '../format/printable.ts';
import { isFormalNoticeLevel } from '../ladder/step.ts';
import type { DebtorKind, ReminderContent, TemplateText, WordingFinding } from '../reminder-content.ts';
import { sumOfBalances, sumOfTotals } from '../tags/item-table.ts';
import { authorText, normalizeWords, type AuthorText } from './author-text.ts';
import { BEFORE_FORMAL_NOTICE_RULES, CONSUMER_BEFORE_NOTICE_RULES, CONSUMER_RULES } from './forbidden-words.ts';

/**
 * What stands in a message that must not, at rendering: with one finding or more, nothing leaves and a person decides.
 * Only the author's words are judged, never what tags bring in, nor the debtor's own name and amounts, which a
 * corrected draft holds in words. A tag that does not exist is a finding too. Sources: see `forbidden-words.ts`.
 */
export function checkWording(template: TemplateText, content: ReminderContent): WordingFinding[] {
  const words = authorText(template);
  const text = ownWords(content).reduce(without, words.text);
  const unknown = words.unknownTags.map((found) => ({ rule: 'unknown_tag', found }));
  const found = judge({ ...words, text }, content.debtorKind, content.level);
  return [...(owesInterest(content) ? found.filter(({ rule }) => !isOfInterest(rule)) : found), ...unknown];
}

/** That interest runs is true once one of its invoices has had its formal notice; a third party is claimed nothing from. */
const owesInterest = ({ items, statementColumns }: ReminderContent): boolean =>
  statementColumns !== undefined || items.some(({ level }) => isFormalNoticeLevel(level));

const isOfInterest = (rule: string): boolean => CONSUMER_BEFORE_NOTICE_RULES.some((one) => one.rule === rule);

/** Whether a text tells a consumer that interest runs, which is owed from a formal notice on. */
export const speaksOfInterest = (template: TemplateText): boolean =>
  judge(authorText(template), 'consumer', 0).some(({ rule }) => isOfInterest(rule));

/**
 * What stands in a template that must not, when it is saved. The rules of a debtor's kind or of a level are not applied where
 * that is undefined.
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

/** Most of the debtor's own words are not in the text, and looking for them as words costs more than looking at all. */
function without(text: string, own: string): string {
  return text.includes(own) ? text.replace(whole(own), '\ufffc') : text;
}

/** The words as they stand alone: the 0,00 € of an empty list is no part of 40,00 €, nor a Mr Rais of « frais ». */
function whole(words: string): RegExp {
  const before = /^\p{N}/u.test(words) ? '(?<![\\p{L}\\p{N}]|\\p{N}[.,\\s])' : '(?<![\\p{L}\\p{N}])';
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`${before}${literal}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'gu');
}

/** Names and amounts of the case itself, as `authorText` reads them, longest first. */
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
