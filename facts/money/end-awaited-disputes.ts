import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import { endHold } from '../holds/end-hold.ts';
import { cancelReview } from '../holds/review-task.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/** Ends the upheld disputes that held this invoice until a credit came, since it has come. */
export async function endAwaitedDisputes(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  invoice: InvoiceRow,
): Promise<void> {
  const holds = await tx.hold.findMany({
    where: { invoiceId: invoice.id, kind: 'dispute', endedAt: null, awaitingCredit: true },
  });
  for (const hold of holds) {
    await endHold(tx, day, hold, { outcome: 'upheld', at: context.at, invoiceIds: [invoice.id] });
    await cancelReview(tx, hold.id, 'credited', context.at);
    await recordHistory(tx, context, [
      {
        customerId: invoice.customerId,
        invoiceId: invoice.id,
        kind: 'dispute_resolved',
        data: { holdId: hold.id, outcome: 'upheld' },
      },
    ]);
  }
}
