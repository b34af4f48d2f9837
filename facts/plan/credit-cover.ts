import type { Transaction } from '../../prisma/client.ts';

/**
 * Whether money or credit notes of the customer that are not allocated cover what this invoice still claims. Then a person
 * confirms the step: asking for money that is already there embarrasses the creditor.
 */
export async function isCreditCovering(
  tx: Transaction,
  claim: { customerId: string; currency: string; balanceCents: number },
): Promise<boolean> {
  const { customerId, currency } = claim;
  const payments = await tx.payment.aggregate({
    where: { customerId, currency, reversedAt: null, unallocatedCents: { gt: 0 } },
    _sum: { unallocatedCents: true },
  });
  const creditNotes = await tx.invoice.aggregate({
    where: { customerId, currency, kind: 'credit_note', closedAs: null, balanceCents: { lt: 0 } },
    _sum: { balanceCents: true },
  });
  const freeCents = Number(payments._sum.unallocatedCents ?? 0) - Number(creditNotes._sum.balanceCents ?? 0);
  return freeCents > 0 && freeCents >= claim.balanceCents;
}
