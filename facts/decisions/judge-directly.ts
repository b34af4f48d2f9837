import type { Database } from '../../prisma/client.ts';
import { lockCustomerOfMessage, lockCustomers } from '../../prisma/lock.ts';
import type { DecisionName } from '../../workflows/messages.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';
import type { DecisionArgs, Judged } from './decision.ts';
import { isAboutMessage, judgeAboutMessage } from './judge-about-message.ts';
import { JUDGES } from './judges.ts';

/** Judges a decision about an action that concerns no invoice, or a message that moves no case: there is no workflow to ask. */
export async function judgeDirectly(
  db: Database,
  context: FactContext,
  name: DecisionName,
  actionId: string,
  args: DecisionArgs,
): Promise<Judged> {
  return db.$transaction(async (tx) => {
    const where = { id: actionId, creditorId: context.creditorId };
    const action = await tx.action.findFirst({ where, select: { customerId: true, origin: true, messageId: true } });
    if (!action) throw notFound();
    const decision = { id: '', actionId, invoiceId: '', args, actor: context.actor };
    if (isAboutMessage(action)) {
      await lockCustomerOfMessage(tx, context.creditorId, action.messageId);
      const judged = await judgeAboutMessage(tx, context, name, decision);
      if (judged) return judged;
    } else await lockCustomers(tx, [action.customerId]);
    return JUDGES[name](tx, context, decision);
  });
}
