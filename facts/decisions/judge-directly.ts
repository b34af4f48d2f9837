import type { Database } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { DecisionName } from '../../workflows/messages.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';
import type { DecisionArgs, Judged } from './decision.ts';
import { JUDGES } from './judges.ts';

/** Judges a decision about an action that concerns no invoice: there is no workflow to ask. */
export async function judgeDirectly(
  db: Database,
  context: FactContext,
  name: DecisionName,
  actionId: string,
  args: DecisionArgs,
): Promise<Judged> {
  return db.$transaction(async (tx) => {
    const where = { id: actionId, creditorId: context.creditorId };
    const action = await tx.action.findFirst({ where, select: { customerId: true } });
    if (!action) throw notFound();
    await lockCustomers(tx, [action.customerId]);
    return JUDGES[name](tx, context, { id: '', actionId, invoiceId: '', args, actor: context.actor });
  });
}
