import { ofOrigin } from '../domain/actions/action-origin.ts';
import type { ClosedAs } from '../domain/case/state.ts';
import type { Transaction } from '../prisma/client.ts';
import { setAttentionAside } from './attention-aside.ts';
import { leaveAction } from './leave-action.ts';
import { askAfterCase } from './messages/settling/ask-after-case.ts';
import type { FactContext } from './outcome.ts';
import { withdrawStep } from './withdraw-step.ts';

/**
 * Ends a case, in the transaction of the fact that ended it. Its holds end (a dispute that waits for a credit waits
 * again if the case goes on later), and its tasks and its open step are removed; what asked a person to look at a
 * paid one is set aside until it goes on. A message that may have left still asks a person. The caller raises the
 * version and writes history.
 */
export async function closeCase(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  closing: { closedAs: ClosedAs; reason: string | null },
): Promise<void> {
  const { closedAs, reason } = closing;
  const { at } = context;
  await tx.invoice.updateMany({
    where: { id: invoiceId },
    data: {
      closedAs,
      closedAt: at,
      closedReason: reason,
      confirmReason: null,
      attentionCode: null,
      attentionText: null,
      attentionAt: null,
    },
  });
  await tx.hold.updateMany({
    where: { invoiceId, endedAt: null },
    data: { endedAt: at, outcome: 'case_closed' },
  });
  await withdrawStep(tx, invoiceId, 'case_closed', at);
  // Only a paid case can go on later.
  if (closedAs === 'paid') await setAttentionAside(tx, invoiceId, at);
  const tasks = await tx.action.findMany({
    where: { state: 'open', NOT: ofOrigin('step'), invoices: { some: { invoiceId } } },
    select: { id: true },
  });
  for (const task of tasks) await leaveAction(tx, task.id, invoiceId, 'case_closed', at);
  await askAfterCase(tx, context, invoiceId);
}
