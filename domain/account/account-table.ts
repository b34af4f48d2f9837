import { formatAmount } from '../format/amount.ts';
import { formatShortDate } from '../format/date.ts';
import type { LetterItem, ReminderContent } from '../reminder-content.ts';
import { isOverdue, itemRow, type ItemRow, itemsOf, sumOfBalances, sumOfTotals } from '../tags/item-table.ts';
import { accountWords } from '../wording/account-words.ts';
import { labelsOf } from '../wording/labels.ts';

/** What came from a customer on a local date and is set against nothing yet, in cents. */
export interface FreeMoney {
  paidOn: string;
  currency: string;
  unallocatedCents: number;
}

/**
 * Cells of a statement of account, in the customer's language. `settled`: what was paid or set against it; `note`: what holds a claim,
 * while his credit stays his.
 */
export type AccountRow = Pick<ItemRow, 'number' | 'issuedOn' | 'dueOn' | 'daysLate' | 'total' | 'balance' | 'note'> & {
  settled: string;
};

/** What is open in one currency, as text; what is left of credit notes and payments lowers it. */
export interface AccountTable {
  currency: string;
  rows: AccountRow[];
  /** Set when rows were left out of the table, not of the sums. */
  moreItems: string | null;
  totalLabel: string;
  total: string;
  totalCents: number;
  overdueLabel: string;
  overdue: string;
}

/** A page takes some 35: a statement that nobody reads to its end holds up whoever asks for another. */
const MOST_ROWS = 1_000;

/**
 * What is open of a customer, a table for each currency, the letter's own first. `content.accountItems` are of that currency; `items` are
 * those of all.
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
