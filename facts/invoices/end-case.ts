import { balanceOf } from '../../domain/money/balance.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { closeCase } from '../close-case.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { ReasonInput } from '../inputs/invoice.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { tellFreeMoney } from '../money/free-money.ts';
import { ownCreditNotes } from '../money/own-credit-notes.ts';
import { recordReleased, releaseExcess } from '../money/release-excess.ts';
import { raiseVersion } from '../raise-version.ts';
import { caseClosed, conflict, creditNoteUsed } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { lockPayers } from './change-total.ts';
import { takeInvoice } from './take-invoice.ts';

/**
 * Cancels a document or writes an invoice off: the case ends. Payments on a cancelled invoice become the payer's free
 * money, since nothing was owed, and so do credit notes set against it from elsewhere; credit notes made for it stay
 * with it, since nobody has paid them. A written-off invoice keeps everything. Repeating it with the same reason
 * changes nothing, unless a cancelled invoice still keeps money that is freed today; a case that ended otherwise is a
 * conflict. Returns the id.
 */
export async function endCase(
  db: Database,
  context: FactContext,
  invoiceId: string,
  closedAs: 'cancelled' | 'written_off',
  input: ReasonInput,
): Promise<FactOutcome<{ id: string }>> {
  return db.$transaction(async (tx) => {
    if (closedAs === 'cancelled') await lockPayers(tx, context, invoiceId);
    const invoice = await takeInvoice(tx, context, invoiceId);
    const answer = { id: invoiceId };
    const telling: Omit<Telling, 'invoiceId'> = { signal: 'invoiceChanged', data: { closedAs } };
    const handedOver = await readHandedOver(tx, [invoiceId]);
    const { customerId, currency } = invoice;
    // The reason is gone when the customer was erased.
    const isAgain = invoice.closedAs === closedAs && (invoice.closedReason ?? input.reason) === input.reason;
    if (!isAgain) await end(tx, context, invoice, closedAs, input.reason);
    const freed = closedAs === 'cancelled' ? await freeMoneyOf(tx, context, invoice, input.reason) : NOTHING;
    const freeCents = freed.cents;
    if (isAgain && freeCents === 0) {
      const own = await tellUntold(tx, { id: invoiceId }, telling);
      const others = { customerId: { in: await ownersOf(tx, invoice) }, currency, closedAs: null };
      const untold = await tellUntold(tx, others, { signal: telling.signal, data: { releasedFrom: invoiceId } });
      return { answer, tellings: [...own, ...untold], replayed: true, handedOver };
    }
    await raiseVersion(tx, [invoiceId]);
    await recordHistory(tx, context, [
      {
        customerId,
        invoiceId,
        kind: closedAs === 'written_off' ? 'written_off' : 'closed',
        data: {
          closedAs,
          reason: input.reason,
          // For an invoice only: a credit note claims nothing.
          ...(invoice.kind === 'invoice' ? { amountCents: invoice.balanceCents + freeCents } : {}),
          balanceCents: invoice.balanceCents + freeCents,
          ...(freeCents > 0 ? { unallocatedCents: freeCents } : {}),
          currency,
        },
      },
    ]);
    const tellings = await whomToTell(tx, invoice, telling, freed.ownerIds);
    return { answer, tellings, replayed: false, handedOver };
  });
}

async function end(
  tx: Transaction,
  context: FactContext,
  invoice: InvoiceRow,
  closedAs: 'cancelled' | 'written_off',
  reason: string,
): Promise<void> {
  if (invoice.closedAs !== null) throw caseClosed();
  if (invoice.kind === 'credit_note') await cancelCreditNote(tx, context, invoice, closedAs, reason);
  else await closeCase(tx, context, invoice.id, { closedAs, reason });
}

/** The money freed, in cents, and the customers that own it. */
interface Freed {
  cents: number;
  ownerIds: string[];
}

const NOTHING: Freed = { cents: 0, ownerIds: [] };

/**
 * Takes payments, and credits from elsewhere, off a cancelled invoice; later reversals of them no longer concern it.
 */
async function freeMoneyOf(tx: Transaction, context: FactContext, invoice: InvoiceRow, reason: string): Promise<Freed> {
  if (invoice.kind === 'credit_note') return NOTHING;
  const given = invoice.paidCents + invoice.creditedCents;
  const released = await releaseExcess(tx, invoice, given, context.at, await ownCreditNotes(tx, invoice.id));
  const cents = released.paidCents + released.creditedCents;
  if (cents === 0) return NOTHING;
  const sums = {
    totalCents: invoice.totalCents,
    paidCents: invoice.paidCents - released.paidCents,
    creditedCents: invoice.creditedCents - released.creditedCents,
  };
  await tx.invoice.update({ where: { id: invoice.id }, data: { ...sums, balanceCents: balanceOf(sums) } });
  await recordReleased(tx, context, invoice, released, reason);
  return { cents, ownerIds: released.ownerIds };
}

/**
 * Customers whose free money changed when the document ended: a credit note's own, or those who had given money to the
 * invoice.
 */
async function ownersOf(tx: Transaction, { id, kind, customerId }: InvoiceRow): Promise<string[]> {
  if (kind === 'credit_note') return [customerId];
  const customer = { select: { customerId: true } } as const;
  const freed = await tx.allocation.findMany({
    where: { invoiceId: id, reversedAt: { not: null } },
    select: { payment: customer, creditNote: customer },
  });
  return freed.flatMap(({ payment, creditNote }) => (payment ?? creditNote)?.customerId ?? []);
}

/**
 * Tells the invoice itself (a credit note has no workflow), and the invoices that free money may cover now, or no
 * longer covers.
 */
async function whomToTell(
  tx: Transaction,
  { id, kind, customerId, currency }: InvoiceRow,
  { signal, ...telling }: Omit<Telling, 'invoiceId'>,
  ownerIds: readonly string[],
): Promise<Telling[]> {
  const owner = { customerId, currency, except: [id] };
  if (kind === 'credit_note') return tellFreeMoney(tx, owner, { signal, data: { creditNoteId: id } });
  const tellings: Telling[] = [{ invoiceId: id, signal, ...telling }];
  const data = { releasedFrom: id };
  for (const ownerId of ownerIds)
    tellings.push(...(await tellFreeMoney(tx, { ...owner, customerId: ownerId }, { signal, data })));
  return tellings;
}

/** Refuses a credit note that was used: cancelling it would silently raise what an invoice owes. */
async function cancelCreditNote(
  tx: Transaction,
  context: FactContext,
  note: InvoiceRow,
  closedAs: 'cancelled' | 'written_off',
  reason: string,
): Promise<void> {
  if (closedAs === 'written_off') throw conflict('not_an_invoice', 'A credit note cannot be written off.');
  if (-note.balanceCents < note.totalCents) throw creditNoteUsed();
  await tx.invoice.update({
    where: { id: note.id },
    data: { balanceCents: 0, closedAs, closedAt: context.at, closedReason: reason, toldVersion: { increment: 1 } },
  });
}
