import type { Database, Transaction } from '../../prisma/client.ts';
import { closeCase } from '../close-case.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { ReasonInput } from '../inputs/invoice.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { tellFreeMoney } from '../money/free-money.ts';
import { raiseVersion } from '../raise-version.ts';
import { caseClosed, conflict } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { takeInvoice } from './take-invoice.ts';

/**
 * Cancels a document or writes an invoice off: the case ends. The same again, for the same reason, changes nothing; a case
 * that ended otherwise is a conflict. Answers the id.
 */
export async function endCase(
  db: Database,
  context: FactContext,
  invoiceId: string,
  closedAs: 'cancelled' | 'written_off',
  input: ReasonInput,
): Promise<FactOutcome<{ id: string }>> {
  return db.$transaction(async (tx) => {
    const invoice = await takeInvoice(tx, context, invoiceId);
    const answer = { id: invoiceId };
    const telling: Omit<Telling, 'invoiceId'> = { signal: 'invoiceChanged', data: { closedAs } };
    const handedOver = await readHandedOver(tx, [invoiceId]);
    if (invoice.closedAs === closedAs && invoice.closedReason === input.reason)
      return { answer, tellings: await tellUntold(tx, { id: invoiceId }, telling), replayed: true, handedOver };
    if (invoice.closedAs !== null) throw caseClosed();
    if (invoice.kind === 'credit_note') await cancelCreditNote(tx, context, invoice, closedAs, input.reason);
    else await closeCase(tx, context, invoiceId, { closedAs, reason: input.reason });
    await raiseVersion(tx, [invoiceId]);
    await recordHistory(tx, context, [
      {
        customerId: invoice.customerId,
        invoiceId,
        kind: closedAs === 'written_off' ? 'written_off' : 'closed',
        data: {
          closedAs,
          reason: input.reason,
          balanceCents: invoice.balanceCents,
          currency: invoice.currency,
        },
      },
    ]);
    // What the note would have covered needs nobody's decision any more.
    const { customerId, currency } = invoice;
    const owner = { customerId, currency, except: [] };
    const tellings =
      invoice.kind === 'credit_note'
        ? await tellFreeMoney(tx, owner, { signal: 'invoiceChanged', data: { creditNoteId: invoiceId } })
        : [{ invoiceId, ...telling }];
    return { answer, tellings, replayed: false, handedOver };
  });
}

/** A credit note of which something was spent stands: taking it back would raise what an invoice owes behind its back. */
async function cancelCreditNote(
  tx: Transaction,
  context: FactContext,
  note: InvoiceRow,
  closedAs: 'cancelled' | 'written_off',
  reason: string,
): Promise<void> {
  if (closedAs === 'written_off') throw conflict('not_an_invoice', 'A credit note cannot be written off.');
  if (-note.balanceCents < note.totalCents)
    throw conflict('credit_note_used', 'Part of this credit note is set against an invoice.');
  await tx.invoice.update({
    where: { id: note.id },
    data: { balanceCents: 0, closedAs, closedAt: context.at, closedReason: reason, toldVersion: { increment: 1 } },
  });
}
