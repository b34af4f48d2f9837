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
import { awaitAgain } from './await-again.ts';
import { reopenPromises } from './reopen-promises.ts';
import { resumeHolds } from './resume-holds.ts';
import { settleStandingPromises } from './settle-standing-promises.ts';

/** What is owed again, integer cents, and what history says of it. `creditedAt`: a credit's, when it had been set against the invoice. */
export interface OwedAgain {
  amountCents: number;
  reason: string;
  kind: 'payment_reversed' | 'allocation_reversed';
  creditedAt?: readonly Date[];
  said?: { creditNoteNumber?: string; externalId?: string };
}

/**
 * Has an invoice owe again what money of a payment or of a credit note had paid of it. A case that was closed as paid re-opens unless what it owes now is within
 * the tolerance; its level, cycle and steps stay as they were, so that nothing is sent again, and its next step needs a person.
 * What stopped it then stops it still. One that was paid in the trial begins anew, as the open ones did at going live: the customer
 * has received nothing. A promise that the money had kept is waited for again, or broken when its time is over. The payment's allocations are taken
 * back before.
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
  if (reopens && isOfTrial(invoice, day)) await beginAnew(tx, context, [row], day.settings.timeZone);
  if (over) await breakPromises(tx, { ...context, actor: BY_THE_CLOCK }, day, invoice.id, over.id);
}

/** Writes what the invoice owes then. `reopens`: its case had ended as paid; `goesOn`: it is open now. */
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
      // Told anew that its ladder is over, it asks anew what comes after it.
      ...(reopens ? { closedAs: null, closedAt: null, closedReason: null, exhaustedAt: null } : {}),
      ...(goesOn && settings.confirmAfterRelease ? { confirmReason } : {}),
    },
  });
  return { row, reopens, goesOn };
}

/** What history says of what stops the case again, and of what is waited for again. */
function goingOn(resumed: readonly string[], awaited: readonly string[], promises: readonly { id: string }[]) {
  const resumedHolds = [...new Set([...resumed, ...(awaited.length > 0 ? ['dispute'] : [])])];
  const reopenedHoldIds = [...promises.map(({ id }) => id), ...awaited];
  return {
    ...(resumedHolds.length > 0 ? { resumedHolds } : {}),
    ...(reopenedHoldIds.length > 0 ? { reopenedHoldIds } : {}),
    ...(promises.length > 0 ? { promiseReopened: true } : {}),
  };
}

/** Whether the case ended before the creditor went live; while it is not live, none did. */
function isOfTrial({ closedAt }: InvoiceRow, { settings: { liveAt } }: BusinessDay): boolean {
  return liveAt !== null && closedAt !== null && closedAt < liveAt;
}
