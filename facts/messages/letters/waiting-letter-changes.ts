import type { Message } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { addressesOf, contactHashOf, loadAddressee } from '../addressing/recipients.ts';

/** A letter that waits to be posted, with what is needed to compare it. */
export type WaitingLetter = Pick<
  Message,
  | 'customerId'
  | 'kind'
  | 'letterKind'
  | 'viaPrintProvider'
  | 'origin'
  | 'contactHash'
  | 'customRecipients'
  | 'renderedAt'
>;

/**
 * What has changed since a waiting letter was made: its addressee (name, address, kind, language, contact), or the due
 * date of one of its own invoices. Null when neither. The caller checks balances and holds; a statement's address is
 * compared at its hand-over.
 */
export async function changeSinceMade(
  tx: Transaction,
  letter: WaitingLetter,
  invoiceIds: readonly string[],
): Promise<'contact_changed' | 'invoice_changed' | null> {
  if (letter.origin === 'statement' || letter.renderedAt === null) return null;
  if (letter.contactHash !== null) {
    const account = await loadAddressee(tx, letter.customerId);
    const hash = contactHashOf(account, addressesOf(account, letter, letter.customRecipients), 'letter');
    if (hash !== letter.contactHash) return 'contact_changed';
  }
  const data = { path: ['fields'], array_contains: ['due_on'] };
  const where = { invoiceId: { in: [...invoiceIds] }, kind: 'changed', at: { gte: letter.renderedAt }, data };
  return (await tx.historyEntry.findFirst({ where, select: { id: true } })) ? 'invoice_changed' : null;
}
