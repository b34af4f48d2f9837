import { instantAt } from '../../domain/calendar/local-time.ts';
import type { HistoryKind } from '../../domain/case/history-text.ts';
import type { Transaction } from '../../prisma/client.ts';
import { settingsOf } from '../business-calendar.ts';
import type { ActionToSend } from '../messages/reserve-action.ts';
import type { Posted } from './post-letter.ts';

/** What may make a letter say otherwise: money, what is known of the customer and his invoices, and what stops one. */
const CHANGES: HistoryKind[] = [
  ...(['paid', 'payment_reversed', 'credited', 'allocation_reversed', 'changed', 'written_off', 'closed'] as const),
  ...(['dispute', 'dispute_resolved', 'litigation', 'litigation_closed', 'paused', 'resumed'] as const),
  ...(['promise', 'promise_kept', 'promise_broken', 'promise_withdrawn'] as const),
];

/**
 * Whether a letter that was posted on a day may have said otherwise than one made now: nobody knows at which hour it was printed, so
 * what happened on that very day counts too.
 */
export async function isChangedSince(
  tx: Transaction,
  { creditorId, customerId, customer }: ActionToSend,
  { postedOn, at }: Pick<Posted, 'postedOn' | 'at'>,
): Promise<boolean> {
  const zone = settingsOf(customer.creditor).timeZone;
  const dayBegan = new Date(instantAt(postedOn, 0, zone));
  const since = [
    { kind: { in: CHANGES }, at: { gte: dayBegan } },
    { kind: 'created', at: { gt: at } },
  ];
  const found = await tx.historyEntry.findFirst({ where: { creditorId, customerId, OR: since }, select: { id: true } });
  return found !== null;
}
