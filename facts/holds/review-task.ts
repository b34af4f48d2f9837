import type { Transaction } from '../../prisma/client.ts';

/** The group key that links a dispute's review task to its hold. */
export const reviewKey = (holdId: string): string => `dispute/${holdId}`;

/** Cancels the review task of a dispute that is over. */
export async function cancelReview(tx: Transaction, holdId: string, why: string, at: Date): Promise<void> {
  await tx.action.updateMany({
    where: { groupKey: reviewKey(holdId), state: 'open' },
    data: { state: 'cancelled', reason: why, settledAt: at },
  });
}
