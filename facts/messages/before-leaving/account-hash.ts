import type { Database, Transaction } from '../../../prisma/client.ts';
import type { Message, MessageOrigin } from '../../../prisma/generated/client.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import { contentHash } from '../../content-hash.ts';
import { type LoadedAccount, loadAccount, openItems, unallocatedOf } from '../drawing/load-content.ts';

interface MessageOfItems {
  origin: MessageOrigin;
  currency: string;
  items: readonly { invoiceId: string; information: boolean }[];
}

/**
 * A hash of what an account's tables and sums say, in any language: its open items in the currency, with amounts and
 * holds, and the unallocated money. It leaves out the days late, which follow from the date, and the versions, which
 * rise with every message that leaves.
 */
export function accountHashOf(account: LoadedAccount, { origin, currency, items: about }: MessageOfItems): string {
  const isInternal = origin === 'internal';
  const invoiceIds = about.filter(({ information }) => isInternal || !information).map(({ invoiceId }) => invoiceId);
  const items = openItems(account, { invoiceIds, currency, isInternal }).map(({ invoice, holds }) => {
    const { number, kind, issuedOn, dueOn, totalCents, balanceCents, invoiceUrl, paymentUrl } = invoice;
    return {
      ...{ number, kind, totalCents, balanceCents, invoiceUrl, paymentUrl, holds: told(holds) },
      issuedOn: fromDateColumn(issuedOn),
      dueOn: dueOn && fromDateColumn(dueOn),
    };
  });
  return contentHash({ items, unallocatedCents: unallocatedOf(account, currency) });
}

/** Leaves out the holds that no table mentions: that an item is in a specific action. */
const told = (holds: LoadedAccount['holds']): string[] =>
  holds
    .filter(({ kind }) => kind !== 'specific_action')
    .map(({ kind, untilOn, amountCents }) => [kind, untilOn && fromDateColumn(untilOn), amountCents].join(' '))
    .toSorted();

type Quoting = MessageOfItems & Pick<Message, 'creditorId' | 'customerId' | 'accountHash'>;

/**
 * True when a message quotes the customer's account otherwise than it is now. The account is read only if the text
 * quotes it.
 */
export async function quotesAnotherAccount(db: Database | Transaction, message: Quoting): Promise<boolean> {
  if (message.accountHash === null) return false;
  return accountHashOf(await loadAccount(db, message), message) !== message.accountHash;
}
