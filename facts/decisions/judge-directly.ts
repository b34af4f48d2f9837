import type { Database, Transaction } from '../../prisma/client.ts';
import { lockAction, lockCustomerOfMessage } from '../../prisma/lock.ts';
import type { DecisionName, Verdict } from '../../workflows/messages.ts';
import { sha256 } from '../content-hash.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';
import { asJson, asVerdict } from '../stored-json.ts';
import { changedBy, type DecisionArgs, type Judged, judgedAs } from './decision.ts';
import { isAboutMessage, judgeAboutMessage } from './judge-about-message.ts';
import { JUDGES } from './judges.ts';
import { judgeTaskAboutNobody } from './task-about-nobody.ts';

/**
 * Judges a decision about an action that concerns no invoice or moves no case, so that no workflow is asked. A repeated
 * request gets the earlier verdict and tells the cases again, since Temporal may have been unreachable the first time.
 */
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
    if (isAboutMessage(action)) await lockCustomerOfMessage(tx, context.creditorId, action.messageId);
    else await lockAction(tx, action);
    const asked: Asked = { name, actionId, args };
    const earlier = await judgedBefore(tx, context, asked);
    if (earlier) return earlier;
    const judged = await judge(tx, context, action, asked);
    if (judged.verdict.accepted) await keepVerdict(tx, context, asked, judged.verdict);
    return judged;
  });
}

interface Asked {
  name: DecisionName;
  actionId: string;
  args: DecisionArgs;
}

async function judge(
  tx: Transaction,
  context: FactContext,
  action: { customerId: string | null; origin: string; messageId: string | null },
  { name, actionId, args }: Asked,
): Promise<Judged> {
  const decision = { id: '', actionId, invoiceId: '', args, actor: context.actor };
  const judged = isAboutMessage(action) ? await judgeAboutMessage(tx, context, name, decision) : null;
  if (judged) return judged;
  if (action.customerId === null) return judgeTaskAboutNobody(tx, context, name, decision);
  return JUDGES[name](tx, context, decision);
}

/** Derived from the caller's Idempotency-Key and unique to this decision; null without a key. */
function idOf({ requestKey }: FactContext, { name, actionId }: Asked): string | null {
  if (requestKey === undefined) return null;
  return sha256(JSON.stringify([requestKey, name, actionId]));
}

async function judgedBefore(tx: Transaction, context: FactContext, asked: Asked): Promise<Judged | null> {
  const id = idOf(context, asked);
  const { creditorId } = context;
  const row = id === null ? null : await tx.decision.findFirst({ where: { id, creditorId } });
  const verdict = row && asVerdict(row.verdict);
  if (!verdict) return null;
  const invoices = await tx.actionInvoice.findMany({ where: { actionId: asked.actionId } });
  const ids = invoices.map(({ invoiceId }) => invoiceId);
  return judgedAs(verdict, changedBy(ids, 'repeated'));
}

async function keepVerdict(tx: Transaction, context: FactContext, asked: Asked, verdict: Verdict): Promise<void> {
  const id = idOf(context, asked);
  if (id === null) return;
  const { creditorId, at, actor } = context;
  const json = { args: asJson(asked.args), actor: asJson(actor), verdict: asJson(verdict) };
  const data = { id, creditorId, kind: asked.name, actionId: asked.actionId, decidedAt: at, ...json };
  await tx.decision.create({ data });
}
