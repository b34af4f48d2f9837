import { balanceOf, withoutPayment } from '../../domain/money/balance.ts';
import type { Transaction } from '../../prisma/client.ts';
import { beginAnew } from '../creditors/begin-anew.ts';
import { recordHistory } from '../history.ts';
import { declareTheNew } from '../holds/ask-to-declare.ts';
import { breakPromises } from '../holds/break-promises.ts';
import { BY_THE_CLOCK } from '../holds/expire-pause.ts';
import type { BusinessDay } from '../holds/open-case.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { reopenPromises } from './reopen-promises.ts';
import { resumeHolds } from './resume-holds.ts';
import { settleStandingPromises } from './settle-standing-promises.ts';

/**
 * Takes a payment's money off an invoice again. A case that was closed as paid re-opens unless what it owes now is within
 * the tolerance; its level, cycle and steps stay as they were, so that nothing is sent again, and its next step needs a person.
 * What stopped it then stops it still. One that was paid in the trial begins anew, as the open ones did at going live: the customer
 * has received nothing. A promise that the money had kept is waited for again, or broken when its time is over. The payment's allocations are taken
 * back before.
 */
export async function giveBack(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  invoice: InvoiceRow,
  back: { amountCents: number; reason: string },
): Promise<void> {
  const sums = withoutPayment(invoice, back.amountCents);
  const balanceCents = balanceOf(sums);
  const reopens = invoice.closedAs === 'paid' && balanceCents > day.settings.toleranceCents;
  const goesOn = reopens || invoice.closedAs === null;
  const row = await tx.invoice.update({
    where: { id: invoice.id },
    data: {
      paidCents: sums.paidCents,
      balanceCents,
      // Told anew that its ladder is over, it asks anew what comes after it.
      ...(reopens ? { closedAs: null, closedAt: null, closedReason: null, exhaustedAt: null } : {}),
      ...(goesOn && day.settings.confirmAfterRelease ? { confirmReason: 'reversal' } : {}),
    },
  });
  const resumedHolds = reopens ? await resumeHolds(tx, context, invoice) : [];
  if (reopens) await declareTheNew(tx, context, invoice);
  const again = goesOn ? await reopenPromises(tx, day, row) : [];
  const over = again.find(({ endsAt }) => endsAt !== null && endsAt <= context.at);
  // A promise made meanwhile counts from what is left of the money before it.
  if (goesOn) await settleStandingPromises(tx, context, day, row);
  await raiseVersion(tx, [invoice.id]);
  await recordHistory(tx, context, [
    {
      customerId: invoice.customerId,
      invoiceId: invoice.id,
      kind: 'payment_reversed',
      data: {
        amountCents: back.amountCents,
        balanceCents,
        currency: invoice.currency,
        reason: back.reason,
        reopened: reopens,
        ...(resumedHolds.length > 0 ? { resumedHolds } : {}),
        ...(again.length > 0 && !over ? { reopenedHoldIds: again.map(({ id }) => id) } : {}),
      },
    },
  ]);
  if (reopens && isOfTrial(invoice, day)) await beginAnew(tx, context, [row], day.settings.timeZone);
  if (over) await breakPromises(tx, { ...context, actor: BY_THE_CLOCK }, day, invoice.id, over.id);
}

/** Whether the case ended before the creditor went live; while it is not live, none did. */
function isOfTrial({ closedAt }: InvoiceRow, { settings: { liveAt } }: BusinessDay): boolean {
  return liveAt !== null && closedAt !== null && closedAt < liveAt;
}
