import type { CancelReason } from '../../domain/messages/cancel-reasons.ts';
import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { POSTED_BY_PERSON_WHERE } from '../../prisma/posted-by-person.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { changeSinceMade } from '../messages/letters/waiting-letter-changes.ts';
import type { CollectedAfterCommit, FactContext } from '../outcome.ts';
import { takeLetterBack } from './take-letter-back.ts';

const WITH_HOLDS = {
  include: { holds: HOLDS_IN_FORCE, customer: { include: { holds: CUSTOMER_HOLDS_IN_FORCE } } },
} as const;

/**
 * Takes back a letter that nobody has posted yet when it is no longer true: the case is closed or held, the balance,
 * the due date or the address has changed, or its step was taken out of its action. What is still due becomes a new
 * letter, or is planned again. A letter for a provider is checked at its hand-over instead. Returns whether a letter
 * was taken back.
 */
export async function cancelWaitingLetter(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  after: CollectedAfterCommit,
): Promise<boolean> {
  const items = await tx.messageItem.findMany({
    where: {
      invoiceId,
      active: true,
      information: false,
      message: { ...POSTED_BY_PERSON_WHERE, status: 'rendered', handedOverAt: null },
    },
    include: itemOf(invoiceId),
  });
  let isTakenBack = false;
  for (const item of items) {
    const reason = await whyTakenBack(tx, item);
    if (!reason) continue;
    isTakenBack = true;
    const { action } = item.message;
    const isWithdrawn = action !== null && action.state !== 'open';
    const withoutId = reason === 'withdrawn' ? invoiceId : null;
    await takeLetterBack(tx, context, { messageId: item.messageId, reason, isWithdrawn, withoutId }, after);
  }
  return isTakenBack;
}

const itemOf = (invoiceId: string) =>
  ({
    invoice: WITH_HOLDS,
    message: { include: { action: { include: { invoices: { where: { invoiceId } } } } } },
  }) as const;

type WaitingItem = Prisma.Result<
  Transaction['messageItem'],
  { include: ReturnType<typeof itemOf> },
  'findUniqueOrThrow'
>;

/** Why the letter is no longer true for this invoice; null when it is. */
async function whyTakenBack(
  tx: Transaction,
  { invoice, message, amountCents }: WaitingItem,
): Promise<CancelReason | null> {
  const { action } = message;
  const hold = stoppingHold(message.origin, [...invoice.holds, ...invoice.customer.holds], message.actionId);
  if (invoice.closedAs) return 'closed';
  if (hold) return 'held';
  if (invoice.balanceCents !== amountCents) return 'balance_changed';
  const isWithdrawn = action !== null && (action.state !== 'open' || action.invoices.length === 0);
  return isWithdrawn ? 'withdrawn' : changeSinceMade(tx, message, [invoice.id]);
}
