import { type AccountTable, accountTables } from '../../domain/account/account-table.ts';
import { forbidsPayment } from '../../domain/messages/stopping-holds.ts';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import type { Database } from '../../prisma/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { settingsOf } from '../business-calendar.ts';
import { type LoadedAccount, loadAccount, reminderContent } from '../messages/drawing/load-content.ts';
import { withoutPayment } from '../messages/drawing/without-payment.ts';

/**
 * The content of a customer's statement of account at an instant, in the customer's language: the letter and one table
 * for each currency. It does not say where to pay when a procedure forbids the customer to pay.
 */
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
      test: liveAt === null,
      at,
    });
  const currencies = new Set([ownCurrency, ...account.invoices.map(({ currency }) => currency)]);
  const items = [...currencies].flatMap((currency) => contentIn(currency).accountItems);
  const money = account.payments.map((payment) => ({ ...payment, paidOn: fromDateColumn(payment.paidOn) }));
  const content = mayPay(account) ? contentIn(ownCurrency) : withoutPayment(contentIn(ownCurrency));
  return { content, tables: accountTables(content, items, money) };
}

/** True when something is open that neither insolvency proceedings nor over-indebtedness forbid the customer to pay. */
const mayPay = ({ holds, invoices }: LoadedAccount): boolean =>
  !holds.some(forbidsPayment) &&
  invoices.some((invoice) => invoice.kind === 'invoice' && !invoice.holds.some(forbidsPayment));
