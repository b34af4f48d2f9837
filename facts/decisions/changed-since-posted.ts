import { instantAt } from '../../domain/calendar/local-time.ts';
import type { HistoryKind } from '../../domain/case/history-text.ts';
import type { Transaction } from '../../prisma/client.ts';
import { settingsOf } from '../business-calendar.ts';
import type { ActionToSend } from '../messages/reserving/reserve-action.ts';
import type { Posted } from './post-letter.ts';

/** The events that can change what a letter says: money, changes of the customer or the invoices, and holds. */
const CHANGES: HistoryKind[] = [
  ...(['paid', 'payment_reversed', 'credited', 'allocation_reversed', 'changed', 'written_off', 'closed'] as const),
  ...(['dispute', 'dispute_resolved', 'litigation', 'litigation_closed', 'paused', 'resumed'] as const),
  ...(['promise', 'promise_kept', 'promise_broken', 'promise_withdrawn'] as const),
];

/**
 * True when a letter posted on that day may have said something else than one made now. Nobody knows at which hour it
 * was printed, so events of that very day count too.
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
