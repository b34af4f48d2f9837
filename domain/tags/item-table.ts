import { formatAmount } from '../format/amount.ts';
import { formatShortDate } from '../format/date.ts';
import { lacksGlyphs } from '../format/letter-font.ts';
import { fieldText } from '../format/printable.ts';
import type { LetterItem, ReminderContent } from '../reminder-content.ts';
import { safeHref } from '../rich-text/safe-href.ts';
import { labelsOf } from '../wording/labels.ts';
import { fileTable, type FileTable } from './file-table.ts';
import type { TableTag } from './tag-list.ts';

/** Rows above this number are summed up in one line: nobody reads a letter of thirty pages. */
const MAX_TABLE_ROWS = 300;

/** A table ready to be drawn: every cell is text in the debtor's language. */
export interface ItemTable {
  type: 'items';
  /** The tag that the table replaces; absent when no author placed it. */
  tag?: TableTag;
  rows: ItemRow[];
  /** Set when rows were left out of the table; the total includes them. */
  moreItems: string | null;
  /** How many rows were left out. */
  hiddenCount: number;
  totalLabel: string;
  total: string;
  /** For a statement: its own columns, drawn instead of the usual ones. */
  files?: FileTable;
}

export interface ItemRow {
  number: string;
  /** What a letter shows instead of a number that it cannot print; copied with a `?`, the number would name nothing. */
  numberOnPaper?: string;
  issuedOn: string;
  dueOn: string;
  /** Empty when not late. */
  daysLate: string;
  total: string;
  balance: string;
  invoiceHref: string | null;
  /** Null for a credit note, which nobody pays. */
  paymentHref: string | null;
  /** Why the item is held, in words. */
  note: string | null;
}

/** Sum of what is still due on items, in cents; a credit note lowers it whatever the sign of its balance. */
export function sumOfBalances(items: readonly LetterItem[]): number {
  return items.reduce((sum, item) => sum + signedBalance(item), 0);
}

/** Sum of what the items billed, in cents, credit notes deducted. */
export function sumOfTotals(items: readonly LetterItem[]): number {
  return items.reduce((sum, item) => sum + signedTotal(item), 0);
}

/** The items behind a table tag, in the message's currency, oldest due first. */
export function itemsOf(tag: TableTag | 'information', content: ReminderContent): LetterItem[] {
  if (tag === '#items_list_selected') return inCurrency(content.items, content);
  if (tag === 'information') return inCurrency(content.informationItems, content);
  const items = inCurrency(content.accountItems, content);
  return tag === '#items_list' ? items : items.filter((item) => isOverdue(item) && !item.held);
}

/** Whether the item is an invoice whose due date has passed. Credit notes are never late. */
export function isOverdue(item: LetterItem): boolean {
  return item.kind === 'invoice' && item.daysLate > 0;
}

/** Builds the table of items; held items are marked. */
export function itemTable(items: readonly LetterItem[], content: ReminderContent): ItemTable {
  const labels = labelsOf(content.language);
  const hidden = Math.max(0, items.length - MAX_TABLE_ROWS);
  const shown = items.slice(0, MAX_TABLE_ROWS).map((item) => ({ item, row: itemRow(item, content) }));
  return {
    type: 'items',
    rows: shown.map(({ row }) => row),
    ...(content.statementColumns ? { files: fileTable(shown, content.statementColumns, content.language) } : {}),
    moreItems: hidden > 0 ? labels.moreItems(hidden) : null,
    hiddenCount: hidden,
    totalLabel: labels.totalDue,
    total: formatAmount(sumOfBalances(items), content.currency, content.language),
  };
}

/** One item as a row of text. */
export function itemRow(item: LetterItem, content: ReminderContent): ItemRow {
  const { language, currency } = content;
  const labels = labelsOf(language);
  const number = fieldText(item.number, 40);
  const isCredit = item.kind === 'credit_note';
  const withoutDue = isCredit ? '' : labels.onReceipt;
  return {
    number: isCredit ? `${labels.creditNote} ${number}` : number,
    ...(lacksGlyphs(number) ? { numberOnPaper: isCredit ? labels.creditNote : labels.invoice } : {}),
    issuedOn: formatShortDate(item.issuedOn),
    dueOn: item.dueOn ? formatShortDate(item.dueOn) : withoutDue,
    daysLate: isOverdue(item) ? labels.days(item.daysLate) : '',
    total: formatAmount(signedTotal(item), currency, language),
    balance: formatAmount(signedBalance(item), currency, language),
    invoiceHref: safeHref(item.invoiceUrl),
    paymentHref: isCredit ? null : safeHref(item.paymentUrl),
    note: item.held ? fieldText(item.held, 80) : null,
  };
}

function inCurrency(items: readonly LetterItem[], content: ReminderContent): LetterItem[] {
  const kept = items.filter((item) => item.currency === content.currency);
  return kept.sort(
    (a, b) => compare(a.dueOn ?? a.issuedOn, b.dueOn ?? b.issuedOn) || compareNumbers(a.number, b.number),
  );
}

const byNumber = new Intl.Collator('fr', { numeric: true });

/** Compares numbers as people count: F-9 before F-10. */
function compareNumbers(a: string, b: string): number {
  return byNumber.compare(a, b) || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function signedTotal(item: LetterItem): number {
  return item.kind === 'credit_note' ? -Math.abs(item.totalCents) : item.totalCents;
}

function signedBalance(item: LetterItem): number {
  return item.kind === 'credit_note' ? -Math.abs(item.balanceCents) : item.balanceCents;
}
