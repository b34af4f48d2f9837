import type { Transaction } from '../../prisma/client.ts';
import type { HoldRow } from './hold-answer.ts';

/** What a hold is written with that never ended, but for when it stopped nothing: what was planned then knew nothing of it. */
export const inForceAgain = ({ endedAt }: { endedAt: Date | null }, at: Date) =>
  ({ endedAt: null, outcome: null, endAskedToConfirm: false, lapsedAt: endedAt, againAt: at }) as const;

export type EndedHold = HoldRow & { endAskedToConfirm: boolean };

/**
 * Before a hold that was ended by mistake goes on: takes back what its end asked of a person, that he confirms the next step, unless
 * another hold has ended since.
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
