import { formatAmount } from '../format/amount.ts';
import { formatIban } from '../format/bank.ts';
import { formatLongDate } from '../format/date.ts';
import { senderTown } from '../format/postal-address.ts';
import { fieldText } from '../format/printable.ts';
import type { LetterItem, ReminderContent } from '../reminder-content.ts';
import { isOnPaper } from '../messages/connectors.ts';
import { LONGEST_TYPED } from '../rich-text/link-addresses.ts';
import { safeHref } from '../rich-text/safe-href.ts';
import { labelsOf } from '../wording/labels.ts';
import { itemsOf, sumOfBalances, sumOfTotals } from './item-table.ts';
import type { Tag, TableTag } from './tag-list.ts';

export type TextTag = Exclude<Tag, TableTag>;

/** The value of a tag: text, and a link when `href` is set; null when there is none. */
export type TagValue = { text: string; href?: string } | null;

const MAX_LISTED_NUMBERS = 8;

/**
 * The value of every tag that is not a table. Amounts are in the message's currency. A value is final: it is never
 * searched for tags. `#late_penalty_rate` has no value for a consumer.
 */
export function tagValues(content: ReminderContent): Record<TextTag, TagValue> {
  return { ...customerValues(content), ...itemValues(content), ...companyValues(content) };
}

type CustomerTag =
  | '#customer_name'
  | '#customer_reference'
  | '#contact_name'
  | '#today'
  | '#payment_deadline'
  | '#level';
type ItemTag =
  | '#invoice_number'
  | '#invoice_date'
  | '#due_date'
  | '#invoice_amount'
  | '#balance'
  | '#days_late'
  | '#items_amount'
  | '#items_amount_overdue'
  | '#items_amount_selected'
  | '#promised_payments'
  | '#account_balance'
  | '#account_overdue';

function customerValues({ customer, language, ...content }: ReminderContent): Record<CustomerTag, TagValue> {
  return {
    '#customer_name': words(customer.name),
    '#customer_reference': words(customer.reference),
    '#contact_name': words(customer.contactName) ?? words(customer.name),
    '#today': { text: formatLongDate(content.today, language) },
    '#payment_deadline': content.paymentDeadlineOn
      ? { text: formatLongDate(content.paymentDeadlineOn, language) }
      : null,
    '#level': { text: String(content.level) },
  };
}

function itemValues(content: ReminderContent): Record<ItemTag, TagValue> {
  const selected = itemsOf('#items_list_selected', content);
  const account = itemsOf('#items_list', content);
  const overdue = amount(sumOfBalances(itemsOf('#items_list_overdue', content)), content);
  const balance = amount(sumOfBalances(selected), content);
  return {
    '#invoice_number': listOfNumbers(selected, content),
    '#invoice_date': earliest(
      selected.map((item) => item.issuedOn),
      content,
    ),
    '#due_date': earliest(
      selected.flatMap((item) => item.dueOn ?? []),
      content,
    ) ?? {
      text: labelsOf(content.language).onReceipt,
    },
    '#invoice_amount': amount(sumOfTotals(selected), content),
    '#balance': balance,
    '#days_late': { text: String(Math.max(0, ...selected.map((item) => item.daysLate))) },
    '#items_amount': amount(sumOfBalances(account), content),
    '#items_amount_overdue': overdue,
    '#items_amount_selected': content.promisedCents === undefined ? balance : amount(content.promisedCents, content),
    '#promised_payments': promisedPayments(content),
    '#account_balance': amount(sumOfBalances(account) - (content.unallocatedCents ?? 0), content),
    '#account_overdue': overdue,
  };
}

function companyValues(content: ReminderContent): Record<Exclude<TextTag, CustomerTag | ItemTag>, TagValue> {
  const { company, customer, sender } = content;
  const address = [...company.addressLines, senderTown(company, customer)];
  return {
    '#company_name': words(company.name),
    '#company_address': words(
      address
        .map((line) => fieldText(line, 60))
        .filter(Boolean)
        .join(', '),
      200,
    ),
    '#company_email': email(company.email),
    '#company_phone': telephone(company.phone),
    '#iban': words(company.iban ? formatIban(company.iban) : null),
    '#bic': words(company.bic, 11),
    '#late_penalty_rate': content.debtorKind === 'consumer' ? null : words(company.latePenaltyRateText, 200),
    '#user_name': words(sender.name) ?? words(company.name),
    '#user_email': email(sender.email) ?? email(company.email),
    '#user_phone': telephone(sender.phone) ?? telephone(company.phone),
    '#payment_link': link(content.paymentUrl, content),
    '#documents_link': link(content.documentsUrl, content),
  };
}

/** « 100,00 € le 12 décembre 2026 et 200,00 € le 12 janvier 2027 ». */
function promisedPayments(content: ReminderContent): TagValue {
  const { promisedPayments: payments = [], currency, language } = content;
  const labels = labelsOf(language);
  const said = payments.map(
    ({ on, amountCents }) =>
      `${formatAmount(amountCents, currency, language)}${language === 'en' ? ' on ' : ' le '}${formatLongDate(on, language)}`,
  );
  const last = said.pop();
  if (last === undefined) return null;
  return { text: said.length === 0 ? last : said.join(', ') + labels.and + last };
}

/** Lists item numbers as `A, B et C`, at most `maxListed` of them: `A, B et 4 autres`. */
export function listOfNumbers(
  items: readonly LetterItem[],
  content: ReminderContent,
  maxListed = MAX_LISTED_NUMBERS,
): TagValue {
  const labels = labelsOf(content.language);
  const numbers = items.slice(0, maxListed).map((item) => fieldText(item.number, 40));
  const hidden = items.length - numbers.length;
  if (numbers.length === 0) return null;
  if (hidden > 0) return { text: numbers.join(', ') + labels.andMore(hidden) };
  const last = numbers.pop()!;
  return { text: numbers.length === 0 ? last : numbers.join(', ') + labels.and + last };
}

function words(text: string | null | undefined, maxLength = 100): TagValue {
  const line = fieldText(text, maxLength);
  return line === '' ? null : { text: line };
}

/** A telephone number that no end of a line parts. */
function telephone(number: string | null): TagValue {
  const line = fieldText(number, 40);
  return line === '' ? null : { text: line.replaceAll(' ', '\u00a0') };
}

function amount(amountCents: number, content: ReminderContent): TagValue {
  return { text: formatAmount(amountCents, content.currency, content.language) };
}

function earliest(localDates: string[], content: ReminderContent): TagValue {
  const first = localDates.toSorted()[0];
  return first ? { text: formatLongDate(first, content.language) } : null;
}

function email(address: string | null): TagValue {
  const line = fieldText(address, 100);
  if (line === '') return null;
  const href = /^[^\s@?&]+@[^\s@?&]+$/.test(line) ? safeHref(`mailto:${line}`) : null;
  return href ? { text: line, href } : { text: line };
}

/** The link; null on paper when the address is too long for anyone to type. */
function link(address: string | null, { letterKind }: ReminderContent): TagValue {
  const href = safeHref(address);
  if (href && href.length > LONGEST_TYPED && isOnPaper(letterKind)) return null;
  return href ? { text: fieldText(href, 200), href } : null;
}
