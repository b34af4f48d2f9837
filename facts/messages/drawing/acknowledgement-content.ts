import { forbidsPayment } from '../../../domain/messages/stopping-holds.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { itemsOf, sumOfBalances } from '../../../domain/tags/item-table.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import { missingOf } from '../../holds/missing-of-promises.ts';
import { isNotice, isNoticeToSender } from '../settling/after-sending.ts';
import type { LoadedAccount } from './load-content.ts';
import { withoutPayment } from './without-payment.ts';

type Invoice = LoadedAccount['invoices'][number];

/**
 * The content of an acknowledgement. Where the debt is disputed or the debtor may not pay (insolvency,
 * over-indebtedness), and in the notice of an electronic letter, it asks nobody to pay; about a promise of part of the
 * debt it names only what is still to come of it.
 */
export function acknowledgementContent(
  content: ReminderContent,
  account: LoadedAccount,
  message: { originId: string | null; items: readonly { invoiceId: string }[] },
): ReminderContent {
  const own = account.invoices.filter(({ id }) => message.items.some(({ invoiceId }) => invoiceId === id));
  if (isNotice(message.originId)) {
    return { ...withoutPayment(content), mentions: 'none', isInternal: isNoticeToSender(message.originId) };
  }
  const promisedPayments = paymentsPromised(own);
  const acknowledged = { ...content, mentions: 'acknowledgement' as const, promisedPayments };
  if (own.some(isContested) || [account, ...own].some(mayNotPay)) {
    return { ...withoutPayment(acknowledged), mentions: 'acknowledgement_of_dispute' };
  }
  const notPromised = own.reduce((cents, invoice) => cents + restBeside(invoice), 0);
  if (notPromised === 0) return acknowledged;
  return { ...acknowledged, promisedCents: sumOfBalances(itemsOf('#items_list_selected', content)) - notPromised };
}

const isContested = ({ holds }: Invoice): boolean =>
  holds.some(({ kind }) => kind === 'dispute' || kind === 'litigation');

const mayNotPay = ({ holds }: Pick<LoadedAccount | Invoice, 'holds'>): boolean => holds.some(forbidsPayment);

/** What is still to come of the promises for these invoices, summed by day. */
function paymentsPromised(own: readonly Invoice[]): NonNullable<ReminderContent['promisedPayments']> {
  const promises = own.flatMap((invoice) =>
    missingPromises(invoice).flatMap(({ untilOn, cents }) =>
      untilOn && cents > 0 ? [{ on: fromDateColumn(untilOn), amountCents: cents }] : [],
    ),
  );
  const days = [...new Set(promises.map(({ on }) => on))].toSorted();
  return days.map((on) => ({
    on,
    amountCents: promises.reduce((sum, promise) => sum + (promise.on === on ? promise.amountCents : 0), 0),
  }));
}

/** What is owed beyond the promises, in cents; 0 when nothing was promised. */
function restBeside(invoice: Invoice): number {
  const promised = missingPromises(invoice);
  const sum = promised.reduce((total, { cents }) => total + cents, 0);
  return promised.length === 0 ? 0 : Math.max(0, invoice.balanceCents - sum);
}

/**
 * The promises in force on an invoice, with what is still to come of each, in cents; one without an amount is for the
 * whole balance.
 */
function missingPromises({ holds, paidCents, balanceCents }: Invoice) {
  const promises = holds.filter(({ kind }) => kind === 'promise');
  const missing = missingOf(promises, paidCents);
  return promises.map(({ id, untilOn, amountCents }) => ({
    untilOn,
    cents: amountCents === null ? balanceCents : (missing.get(id) ?? 0),
  }));
}
