import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';

/** Refuses an assignee that is no user of the creditor. */
export async function checkAssignee(
  tx: Transaction,
  context: FactContext,
  assigneeId: string | null | undefined,
): Promise<void> {
  if (!assigneeId) return;
  const user = await tx.user.findFirst({ where: { id: assigneeId, creditorId: context.creditorId } });
  if (!user) throw invalid('unknown_user', '/assignee_id', 'There is no such user.', 'Give the id of a user.');
}
