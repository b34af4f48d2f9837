import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../prisma/client.ts';
import { type HistoryLine, recordHistory } from '../history.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/** What came off an invoice, in cents: how much of it had been paid and how much credited, and of what it is free again. */
interface Released {
  paidCents: number;
  creditedCents: number;
  ownerIds: string[];
  parts: { customerId: string; amountCents: number; creditNote?: { id: string; number: string } }[];
}

/**
 * Takes `excessCents` (zero or less: nothing) off what an invoice was given, the newest first: it is free money of its
 * payment or credit note again. Of the credit notes `keptNoteIds` nothing is taken. Answers how much of it had been paid and how much credited, whose it is now (a payment
 * without a customer is its first debtor's, whoever else it paid for), and of what: `recordReleased` tells it.
 */
export async function releaseExcess(
  tx: Transaction,
  invoice: { id: string },
  excessCents: number,
  at: Date,
  keptNoteIds: readonly string[] = [],
): Promise<Released> {
  const released: Released = { paidCents: 0, creditedCents: 0, ownerIds: [], parts: [] };
  if (excessCents <= 0) return released;
  const allocations = await tx.allocation.findMany({
    where: {
      invoiceId: invoice.id,
      reversedAt: null,
      OR: [{ creditNoteId: null }, { creditNoteId: { notIn: [...keptNoteIds] } }],
    },
    orderBy: { id: 'desc' },
  });
  let leftCents = excessCents;
  for (const allocation of allocations) {
    if (leftCents === 0) break;
    const amountCents = Math.min(leftCents, allocation.amountCents);
    leftCents -= amountCents;
    await tx.allocation.update({ where: { id: allocation.id }, data: { reversedAt: at } });
    // What stays allocated is an allocation of its own: what was allocated before can still be read.
    if (amountCents < allocation.amountCents) {
      const left = { amountCents: allocation.amountCents - amountCents, allocatedAt: at, requestKey: null };
      const rest = { ...allocation, id: uuidv7(), ...left };
      await tx.allocation.create({ data: rest });
    }
    if (allocation.paymentId) {
      released.paidCents += amountCents;
      const data = { unallocatedCents: { increment: amountCents } };
      const { customerId } = await tx.payment.update({ where: { id: allocation.paymentId }, data });
      released.parts.push({ customerId, amountCents });
    } else if (allocation.creditNoteId) {
      released.creditedCents += amountCents;
      const data = { balanceCents: { decrement: amountCents }, closedAs: null, closedAt: null };
      const { id, number, customerId } = await tx.invoice.update({ where: { id: allocation.creditNoteId }, data });
      released.parts.push({ customerId, amountCents, creditNote: { id, number } });
    }
  }
  return { ...released, ownerIds: [...new Set(released.parts.map(({ customerId }) => customerId))] };
}

/**
 * Tells where it is read what came free of an invoice: in a credit note's own history, and in that of a payer who does not owe the
 * invoice. Of what its own customer paid the invoice's line says it.
 */
export async function recordReleased(
  tx: Transaction,
  context: FactContext,
  invoice: Pick<InvoiceRow, 'customerId' | 'number' | 'currency'>,
  { parts }: Released,
  reason?: string,
): Promise<void> {
  const { number: invoiceNumber, currency } = invoice;
  const lines = parts
    .filter(({ customerId, creditNote }) => creditNote !== undefined || customerId !== invoice.customerId)
    .map(({ customerId, amountCents, creditNote }): HistoryLine => ({
      customerId,
      ...(creditNote ? { invoiceId: creditNote.id } : {}),
      kind: 'allocation_reversed',
      data: { amountCents, currency, invoiceNumber, creditNoteNumber: creditNote?.number, reason },
    }));
  await recordHistory(tx, context, lines);
}
