import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../prisma/client.ts';

/**
 * Takes `excessCents` (zero or less: nothing) off what an invoice was given, the newest first: it is free money of its
 * payment or credit note again. Of the credit notes `keptNoteIds` nothing is taken. Answers how much of it had been paid and how much credited, and whose it is now: a payment
 * without a customer is its first debtor's, whoever else it paid for.
 */
export async function releaseExcess(
  tx: Transaction,
  invoice: { id: string },
  excessCents: number,
  at: Date,
  keptNoteIds: readonly string[] = [],
): Promise<{ paidCents: number; creditedCents: number; ownerIds: string[] }> {
  const owners = new Set<string>();
  const released = { paidCents: 0, creditedCents: 0 };
  if (excessCents <= 0) return { ...released, ownerIds: [] };
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
      owners.add(customerId);
    } else if (allocation.creditNoteId) {
      released.creditedCents += amountCents;
      const data = { balanceCents: { decrement: amountCents }, closedAs: null, closedAt: null };
      const { customerId } = await tx.invoice.update({ where: { id: allocation.creditNoteId }, data });
      owners.add(customerId);
    }
  }
  return { ...released, ownerIds: [...owners] };
}
