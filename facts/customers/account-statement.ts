import { type AccountTable, accountTables } from '../../domain/account/account-table.ts';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import type { Database } from '../../prisma/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { settingsOf } from '../business-calendar.ts';
import { loadAccount, reminderContent } from '../messages/load-content.ts';

/** What a customer's statement of account says at an instant, in his language: the letter around it, and a table for each currency. */
export async function readAccountStatement(
  db: Database,
  of: { creditorId: string; customerId: string },
  at: Date,
): Promise<{ content: ReminderContent; tables: AccountTable[] }> {
  const account = await loadAccount(db, of);
  const { currency: ownCurrency, liveAt } = settingsOf(account.creditor);
  const contentIn = (currency: string) =>
    reminderContent(account, {
      ...{ customerId: of.customerId, invoiceIds: [], currency, level: 0, letterKind: null },
      isTest: liveAt === null,
      at,
    });
  const currencies = new Set([ownCurrency, ...account.invoices.map(({ currency }) => currency)]);
  const items = [...currencies].flatMap((currency) => contentIn(currency).accountItems);
  const money = account.payments.map((payment) => ({ ...payment, paidOn: fromDateColumn(payment.paidOn) }));
  const content = contentIn(ownCurrency);
  return { content, tables: accountTables(content, items, money) };
}
