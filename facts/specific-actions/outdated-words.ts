import { SUMS_CHANGED } from '../../domain/actions/why-withdrawn.ts';
import type { HistoryKind } from '../../domain/case/history-text.ts';
import { namesFigures } from '../../domain/tags/names-figures.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { LoadedSpecific } from './load-specific.ts';

/** Events that change what is owed on an invoice. */
const MOVES_MONEY: HistoryKind[] = [
  ...(['paid', 'payment_reversed', 'credited', 'allocation_reversed', 'written_off', 'closed'] as const),
];

/** True when the author of the action wrote figures of one's own, which stay as they are. */
export const areFiguresNamed = ({ specific: { subject, bodyHtml } }: Pick<LoadedSpecific, 'specific'>): boolean =>
  namesFigures({ subject: subject ?? '', bodyHtml: bodyHtml ?? '' });

/**
 * True when the author's own words name figures, and what is owed on one of the action's invoices has changed since
 * they were written. An invoice that was paid has left the action by then; its hold still tells that it was in it.
 */
export async function mayNameOldSums(tx: Transaction, action: LoadedSpecific): Promise<boolean> {
  if (!areFiguresNamed(action)) return false;
  const holds = await tx.hold.findMany({ where: { actionId: action.id }, select: { invoiceId: true, sinceAt: true } });
  const changed = holds.map(({ invoiceId, sinceAt }) => ({
    ...{ invoiceId, at: { gte: sinceAt } },
    OR: [{ kind: { in: MOVES_MONEY } }, { kind: 'changed', data: TOTAL }],
  }));
  return (await tx.historyEntry.count({ where: { OR: changed } })) > 0;
}

const TOTAL = { path: ['fields'], array_contains: ['total_cents'] };

/** From now on a person is asked about the action: its words are read again before they leave. */
export async function askAboutSums(tx: Transaction, { id, mode }: LoadedSpecific): Promise<void> {
  const asked = mode === 'automatic' ? 'to_confirm' : mode;
  await tx.action.update({ where: { id }, data: { mode: asked, reason: SUMS_CHANGED } });
}

/** The message of a specific action on its way. All of its items are its own: it lists none for information. */
interface OnItsWay {
  customSubject: string | null;
  customBodyHtml: string | null;
  items: readonly { invoiceId: string; amountCents: number }[];
}

/**
 * True when a message has somebody's own words, and one of its invoices is no longer owed as it was when they were sent.
 * `owed`: what is owed on those that it may still be about.
 */
export function isOwedOtherwise(
  { customSubject, customBodyHtml, items }: OnItsWay,
  owed: readonly { id: string; balanceCents: number }[],
): boolean {
  if (customSubject === null && customBodyHtml === null) return false;
  const isAsBefore = (item: OnItsWay['items'][number]) =>
    owed.some(({ id, balanceCents }) => id === item.invoiceId && balanceCents === item.amountCents);
  return !items.every(isAsBefore);
}
