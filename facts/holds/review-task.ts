import type { Transaction } from '../../prisma/client.ts';

/** What ties a dispute's follow-up task to its hold. */
export const reviewKey = (holdId: string): string => `dispute/${holdId}`;

/** The dispute is over: nobody needs to look at it again. */
export async function cancelReview(tx: Transaction, holdId: string, why: string, at: Date): Promise<void> {
  await tx.action.updateMany({
    where: { groupKey: reviewKey(holdId), state: 'open' },
    data: { state: 'cancelled', reason: why, settledAt: at },
  });
}
