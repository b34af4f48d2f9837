import { formatAmount } from '../format/amount.ts';
import { formatShortDate } from '../format/date.ts';
import type { LetterItem, ReminderContent } from '../reminder-content.ts';
import { isOverdue, itemRow, type ItemRow, itemsOf, sumOfBalances, sumOfTotals } from '../tags/item-table.ts';
import { accountWords } from '../wording/account-words.ts';
import { labelsOf } from '../wording/labels.ts';

/** Money that came from a customer on a local date and is not allocated yet, in cents. */
export interface FreeMoney {
  paidOn: string;
  currency: string;
  unallocatedCents: number;
}

/**
 * Cells of a statement of account, in the customer's language. `settled`: what was paid on the item or set against it.
 * `note`: what holds the claim; null for a credit note, which stays the customer's.
 */
export type AccountRow = Pick<ItemRow, 'number' | 'issuedOn' | 'dueOn' | 'daysLate' | 'total' | 'balance' | 'note'> & {
  settled: string;
};

/** One currency's table of open items, as text; unallocated credit notes and payments lower the sums. */
export interface AccountTable {
  currency: string;
  rows: AccountRow[];
  /** Set when rows were left out of the table; the sums include them. */
  moreItems: string | null;
  totalLabel: string;
  total: string;
  totalCents: number;
  overdueLabel: string;
  overdue: string;
}

/**
 * The most rows of a table (a page takes some 35): drawing a very long statement, which nobody reads to its end, would
 * hold up everyone else who asks for one.
 */
const MOST_ROWS = 1_000;

/**
 * Open items of a customer, one table per currency, the letter's own currency first. `content.accountItems` has only
 * that currency; `items` has all.
 */
export function accountTables(
  content: ReminderContent,
  items: readonly LetterItem[],
  money: readonly FreeMoney[],
): AccountTable[] {
  const others = [...items, ...money].map(({ currency }) => currency).filter((one) => one !== content.currency);
  return [content.currency, ...new Set(others.toSorted())].flatMap((currency) => {
    const account = { ...content, currency, accountItems: items };
    const free = money.filter((one) => one.currency === currency).toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1));
    const open = itemsOf('#items_list', account);
    return open.length + free.length === 0 ? [] : [tableOf(account, open, free)];
  });
}

function tableOf(content: ReminderContent, open: readonly LetterItem[], free: readonly FreeMoney[]): AccountTable {
  const { currency, language } = content;
  const words = accountWords(language);
  const amount = (cents: number) => formatAmount(cents, currency, language);
  const hidden = Math.max(0, open.length + free.length - MOST_ROWS);
  const rows = [
    ...open.map((item): AccountRow => {
      const settledCents = sumOfTotals([item]) - sumOfBalances([item]);
      const { numberOnPaper, ...row } = itemRow(item, content);
      const note = item.kind === 'credit_note' ? null : row.note;
      const number = numberOnPaper ?? row.number;
      return { ...row, number, note, settled: settledCents === 0 ? '' : amount(settledCents) };
    }),
    ...free.map(({ paidOn, unallocatedCents }): AccountRow => ({
      ...{ number: words.freeMoney, issuedOn: formatShortDate(paidOn), dueOn: '', daysLate: '' },
      ...{ total: '', settled: '', balance: amount(-unallocatedCents), note: null },
    })),
  ];
  const totalCents = sumOfBalances(open) - free.reduce((sum, { unallocatedCents }) => sum + unallocatedCents, 0);
  return {
    currency,
    rows: rows.slice(0, MOST_ROWS),
    moreItems: hidden > 0 ? labelsOf(language).moreItems(hidden) : null,
    totalLabel: words.balance,
    total: amount(totalCents),
    totalCents,
    overdueLabel: words.overdue,
    overdue: amount(sumOfBalances(open.filter(isOverdue))),
  };
}
