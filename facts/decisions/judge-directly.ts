import type { Database } from '../../prisma/client.ts';
import { lockAction, lockCustomerOfMessage } from '../../prisma/lock.ts';
import type { DecisionName } from '../../workflows/messages.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';
import type { DecisionArgs, Judged } from './decision.ts';
import { isAboutMessage, judgeAboutMessage } from './judge-about-message.ts';
import { JUDGES } from './judges.ts';
import { judgeTaskAboutNobody } from './task-about-nobody.ts';

/** Judges a decision about an action that concerns no invoice or moves no case: there is no workflow to ask. */
export async function judgeDirectly(
  db: Database,
  context: FactContext,
  name: DecisionName,
  actionId: string,
  args: DecisionArgs,
): Promise<Judged> {
  return db.$transaction(async (tx) => {
    const where = { id: actionId, creditorId: context.creditorId };
    const select = { id: true, customerId: true, origin: true, messageId: true };
    const action = await tx.action.findFirst({ where, select });
    if (!action) throw notFound();
    const decision = { id: '', actionId, invoiceId: '', args, actor: context.actor };
    if (isAboutMessage(action)) {
      await lockCustomerOfMessage(tx, context.creditorId, action.messageId);
      const judged = await judgeAboutMessage(tx, context, name, decision);
      if (judged) return judged;
    } else await lockAction(tx, action);
    if (action.customerId === null) return judgeTaskAboutNobody(tx, context, name, decision);
    return JUDGES[name](tx, context, decision);
  });
}
