import { isSettled } from '../../domain/money/balance.ts';
import { settlePromises } from '../../domain/holds/promise.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import { endHold } from '../holds/end-hold.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/**
 * Called after money has come: ends the promises that it keeps, the earliest day first, each euro counting for one of
 * them. Only payments keep a promise; a credit does not, unless it leaves nothing to pay.
 */
export async function settleStandingPromises(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  invoice: InvoiceRow,
): Promise<void> {
  const holds = await tx.hold.findMany({ where: { invoiceId: invoice.id, kind: 'promise', endedAt: null } });
  if (holds.length === 0) return;
  const settledCents = invoice.paidCents;
  const byId = new Map(holds.map((hold) => [hold.id, hold]));
  const settled = settlePromises(
    holds.map((hold) => ({
      id: hold.id,
      amountCents: hold.amountCents ?? 0,
      promisedOn: hold.untilOn ? fromDateColumn(hold.untilOn) : day.todayOn,
      // Money that came before the promise and was reversed since is owed again, in addition to what was promised.
      settledAtStartCents: Math.min(hold.settledAtStartCents ?? 0, settledCents),
    })),
    settledCents,
    day.settings.toleranceCents,
  );
  // A remainder within the tolerance closes the case: nothing more is waited for.
  const isPaid = isSettled(invoice, day.settings.toleranceCents);
  const { keptIds, standing } = isPaid ? { keptIds: [...byId.keys()], standing: [] } : settled;
  for (const { id, settledAtStartCents } of standing) {
    if (byId.get(id)?.settledAtStartCents === settledAtStartCents) continue;
    await tx.hold.update({ where: { id }, data: { settledAtStartCents } });
  }
  for (const id of keptIds) {
    const hold = byId.get(id)!;
    await endHold(tx, day, hold, { outcome: 'kept', at: context.at, invoiceIds: [invoice.id] });
    await recordHistory(tx, context, [
      {
        customerId: invoice.customerId,
        invoiceId: invoice.id,
        kind: 'promise_kept',
        data: {
          holdId: id,
          amountCents: hold.amountCents ?? undefined,
          currency: invoice.currency,
          promisedOn: hold.untilOn ? fromDateColumn(hold.untilOn) : undefined,
        },
      },
    ]);
  }
}
