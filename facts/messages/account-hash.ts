import type { Database, Transaction } from '../../prisma/client.ts';
import type { Message, MessageOrigin } from '../../prisma/generated/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { contentHash } from '../content-hash.ts';
import { type LoadedAccount, loadAccount, openItems, unallocatedOf } from './load-content.ts';

interface MessageOfItems {
  origin: MessageOrigin;
  currency: string;
  items: readonly { invoiceId: string; information: boolean }[];
}

/**
 * A hash of what the tables and sums of an account say, in whatever language: its open items of the currency, what is due on each and
 * what holds it, and the money that stands against none. Not how many days late they are, which the day says, nor their versions:
 * these rise with every message that leaves.
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

/** What no table tells, that an item is handled separately, is left out. */
const told = (holds: LoadedAccount['holds']): string[] =>
  holds
    .filter(({ kind }) => kind !== 'specific_action')
    .map(({ kind, untilOn, amountCents }) => [kind, untilOn && fromDateColumn(untilOn), amountCents].join(' '))
    .toSorted();

type Quoting = MessageOfItems & Pick<Message, 'creditorId' | 'customerId' | 'accountHash'>;

/** Whether a message quotes its reader's account otherwise than it is now; read for those alone whose text quotes it. */
export async function quotesAnotherAccount(db: Database | Transaction, message: Quoting): Promise<boolean> {
  if (message.accountHash === null) return false;
  return accountHashOf(await loadAccount(db, message), message) !== message.accountHash;
}
