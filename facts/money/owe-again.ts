import { balanceOf, isSettled, withoutCredit, withoutPayment } from '../../domain/money/balance.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { beginAnew } from '../creditors/begin-anew.ts';
import { recordHistory } from '../history.ts';
import { declareTheNew } from '../holds/ask-to-declare.ts';
import { breakPromises } from '../holds/break-promises.ts';
import { BY_THE_CLOCK } from '../holds/expire-pause.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { askAgain } from './ask-again.ts';
import { awaitAgain } from './await-again.ts';
import { reopenPromises } from './reopen-promises.ts';
import { resumeHolds } from './resume-holds.ts';
import { settleStandingPromises } from './settle-standing-promises.ts';

/**
 * What is owed again, in integer cents, and what history says. `creditedAt`: for a credit, when it had been set against
 * the invoice.
 */
export interface OwedAgain {
  amountCents: number;
  reason: string;
  kind: 'payment_reversed' | 'allocation_reversed';
  creditedAt?: readonly Date[];
  said?: { creditNoteNumber?: string; externalId?: string };
}

/**
 * Makes an invoice owe again what a payment or a credit note had paid; the caller has already undone the allocations. A
 * case closed as paid re-opens unless it owes no more than the tolerance: level, cycle and steps stay, so that nothing
 * is sent twice, its holds resume, it asks again for what a person had to look at, and its next step needs a person. A case paid in the trial begins again, as open
 * ones did at going live, since the customer has received nothing. A promise that the money had kept is waited for
 * again, or broken when its time is over.
 */
export async function oweAgain(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  invoice: InvoiceRow,
  back: OwedAgain,
): Promise<void> {
  const { row, reopens, goesOn } = await writeDebt(tx, day, invoice, back);
  const resumedHolds = reopens ? await resumeHolds(tx, context, invoice) : [];
  const awaited = goesOn && back.creditedAt ? await awaitAgain(tx, invoice.id, back.creditedAt) : [];
  if (reopens) await declareTheNew(tx, context, invoice);
  const again = goesOn ? await reopenPromises(tx, context, day, row) : [];
  const over = again.find(({ endsAt }) => endsAt !== null && endsAt <= context.at);
  // A promise made meanwhile counts from what is left of the money before it.
  if (goesOn) await settleStandingPromises(tx, context, day, row);
  await raiseVersion(tx, [invoice.id]);
  const data = {
    ...{ amountCents: back.amountCents, balanceCents: row.balanceCents, currency: invoice.currency },
    ...{ reason: back.reason, ...back.said, reopened: reopens },
    ...goingOn(resumedHolds, awaited, over ? [] : again),
  };
  const { customerId, id: invoiceId } = invoice;
  await recordHistory(tx, context, [{ customerId, invoiceId, kind: back.kind, data }]);
  if (reopens) await askAgain(tx, context, invoiceId);
  if (reopens && isOfTrial(invoice, day)) await beginAnew(tx, context, [row], day.settings.timeZone);
  if (over) await breakPromises(tx, { ...context, actor: BY_THE_CLOCK }, day, invoice.id, over.id);
}

/** Writes what the invoice owes now. `reopens`: its case had ended as paid; `goesOn`: the case is open now. */
async function writeDebt(tx: Transaction, { settings }: BusinessDay, invoice: InvoiceRow, back: OwedAgain) {
  const { totalCents, paidCents, creditedCents } = invoice;
  const without = back.creditedAt ? withoutCredit : withoutPayment;
  const sums = without({ totalCents, paidCents, creditedCents }, back.amountCents);
  const reopens = invoice.closedAs === 'paid' && !isSettled(sums, settings.toleranceCents);
  const goesOn = reopens || invoice.closedAs === null;
  const confirmReason = back.kind === 'payment_reversed' ? 'reversal' : back.kind;
  const row = await tx.invoice.update({
    where: { id: invoice.id },
    data: {
      ...sums,
      balanceCents: balanceOf(sums),
      // Exhausted again, the ladder asks a person again what comes next.
      ...(reopens ? { closedAs: null, closedAt: null, closedReason: null, exhaustedAt: null } : {}),
      ...(goesOn && settings.confirmAfterRelease ? { confirmReason } : {}),
    },
  });
  return { row, reopens, goesOn };
}

/**
 * What history says about the holds that stop the case again, and about the promises and credits that are awaited
 * again.
 */
function goingOn(resumed: readonly string[], awaited: readonly string[], promises: readonly { id: string }[]) {
  const resumedHolds = [...new Set([...resumed, ...(awaited.length > 0 ? ['dispute'] : [])])];
  const reopenedHoldIds = [...promises.map(({ id }) => id), ...awaited];
  return {
    ...(resumedHolds.length > 0 ? { resumedHolds } : {}),
    ...(reopenedHoldIds.length > 0 ? { reopenedHoldIds } : {}),
    ...(promises.length > 0 ? { promiseReopened: true } : {}),
  };
}

/** True when the case ended before the creditor went live; always false while the creditor is not live. */
function isOfTrial({ closedAt }: InvoiceRow, { settings: { liveAt } }: BusinessDay): boolean {
  return liveAt !== null && closedAt !== null && closedAt < liveAt;
}
