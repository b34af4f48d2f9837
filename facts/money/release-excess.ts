import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../prisma/client.ts';
import { type HistoryLine, recordHistory } from '../history.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/** What came off an invoice, in cents: how much was payments and how much credits, and each part with its owner. */
interface Released {
  paidCents: number;
  creditedCents: number;
  ownerIds: string[];
  parts: { customerId: string; amountCents: number; creditNote?: { id: string; number: string } }[];
}

/**
 * Takes `excessCents` off an invoice's allocations, the newest first (nothing when zero or less): it is free money of
 * its payment or credit note again. Credit notes in `keptNoteIds` are left alone. Returns how much was payments and how
 * much credits, the customers who own it now (for a payment its own customer, even if it paid for others), and the
 * parts, for `recordReleased`.
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
    // The part that stays becomes an allocation of its own, so that the old one can still be read.
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
 * Records what came off an invoice in the history of each credit note, and of each payer who does not owe the invoice.
 * For the invoice's own customer the invoice's line says it.
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
