import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { allocateInOrder } from './allocate-in-order.ts';
import { tellFreeMoney } from './free-money.ts';

/**
 * Sets up to `amountCents` of a credit note against an invoice, both locked; null sets nothing. What is left stays on
 * the note as a negative balance; a used-up note is closed as paid. The customer's other invoices are planned again
 * when this changes the free money: of an `isNew` note nothing was free before.
 */
export async function spendCreditNote(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  note: InvoiceRow,
  spending: { invoiceId: string; amountCents: number; requestKey?: string | null } | null,
  { isNew }: { isNew: boolean },
) {
  const requestKey = spending?.requestKey ?? null;
  const source = { creditNoteId: note.id, said: { creditNoteNumber: note.number }, requestKey };
  const asked = spending ? [spending] : [];
  const { rows, takenCents } = await allocateInOrder(tx, context, day, {
    ...{ freeCents: -note.balanceCents, asked, source, isOwnCredit: isNew },
  });
  const invoice = spending ? rows.get(spending.invoiceId)! : null;
  const amountCents = (spending && takenCents.get(spending.invoiceId)) ?? 0;
  const balanceCents = Math.min(0, note.balanceCents + amountCents);
  const usedUp = balanceCents === 0 ? { closedAs: 'paid' as const, closedAt: context.at } : {};
  const after = await tx.invoice.update({ where: { id: note.id }, data: { balanceCents, ...usedUp } });
  const { customerId, currency } = note;
  if (invoice && amountCents > 0) {
    const said = {
      ...source.said,
      amountCents,
      unallocatedCents: -balanceCents,
      invoiceNumber: invoice.number,
      currency,
    };
    await recordHistory(tx, context, [{ customerId, invoiceId: note.id, kind: 'credited', data: said }]);
  }
  const signal = 'creditNoteIssued' as const;
  const data = { creditNoteId: note.id, currency };
  const tellings: Telling[] =
    invoice && amountCents > 0
      ? [{ invoiceId: invoice.id, signal, data: { ...data, amountCents, balanceCents: invoice.balanceCents } }]
      : [];
  const except = tellings.map(({ invoiceId }) => invoiceId);
  if (balanceCents !== (isNew ? 0 : note.balanceCents))
    tellings.push(...(await tellFreeMoney(tx, { customerId, currency, except }, { signal, data })));
  return { note: after, invoice, takenCents: amountCents, tellings };
}
