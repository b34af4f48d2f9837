import type { Transaction } from '../../prisma/client.ts';
import type { HoldRow } from './hold-answer.ts';

/**
 * The columns that put an ended hold back in force, with the period in which it stopped nothing: plans made then
 * ignored it.
 */
export const inForceAgain = ({ endedAt }: { endedAt: Date | null }, at: Date) =>
  ({ endedAt: null, outcome: null, endAskedToConfirm: false, lapsedAt: endedAt, againAt: at }) as const;

export type EndedHold = HoldRow & { endAskedToConfirm: boolean };

/**
 * Called before a hold that ended by mistake goes on: withdraws the confirmation that its end asked for, unless another
 * hold has ended since.
 */
export async function withdrawConfirmation(
  tx: Transaction,
  { id: invoiceId, customerId }: { id: string; customerId: string },
  ended: EndedHold,
): Promise<void> {
  if (!ended.endAskedToConfirm || !ended.endedAt) return;
  const endedSince = await tx.hold.findFirst({
    where: {
      id: { not: ended.id },
      endedAt: { gte: ended.endedAt },
      customerId,
      OR: [{ invoiceId }, { invoiceId: null }],
    },
  });
  if (endedSince) return;
  await tx.invoice.updateMany({
    where: { id: invoiceId, confirmReason: 'long_hold' },
    data: { confirmReason: null },
  });
}
