import { v7 as uuidv7 } from 'uuid';
import { ofOrigin } from '../../domain/actions/action-origin.ts';
import type { PlannedNextStep } from '../../domain/ladder/plan.ts';
import { isFormalNoticeLevel } from '../../domain/ladder/step.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Action } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { NewRows } from '../../prisma/insert-rows.ts';
import { rowInCode } from '../../prisma/row-in-code.ts';
import type { FactContext } from '../outcome.ts';
import type { CaseForPlan } from './load-case.ts';

/**
 * Steps with the same key leave in one message: never in two currencies, and what waits for a person delays nothing
 * else.
 */
export function groupKeyOf(row: CaseForPlan, plan: PlannedNextStep): string {
  const unit = row.scenarioVersion?.unit ?? 'invoice';
  const { kind, letterKind, level } = plan.step;
  // A formal notice is never gathered with another level, nor a preventive step with what is due.
  const isAccount = unit === 'account' && level > 0 && !isFormalNoticeLevel(level);
  const together = unit === 'invoice' ? row.id : isAccount ? 'account' : `R${level}`;
  return [row.customerId, kind, letterKind ?? '-', together, row.currency, plan.mode, plan.dueOn].join('|');
}

interface Joining {
  row: CaseForPlan;
  plan: PlannedNextStep;
  /** Null for an action of its own. */
  groupKey: string | null;
  /** True when the whole action moves with this step, whatever other steps are in it. */
  moveAction: boolean;
}

/**
 * The action of the step. `action`: a new one that the caller has to write if `isNew`; `isJoined`: the invoice is in it
 * already.
 */
interface Joined {
  actionId: string;
  isNew: boolean;
  isJoined: boolean;
  action: NonNullable<NewRows['actions']>[number];
}

/**
 * Finds the action that the step joins, moves the step's own action there, or returns a new one for the caller to
 * write.
 */
export async function joinAction(
  tx: Transaction,
  context: FactContext,
  { row, plan, groupKey, moveAction }: Joining,
): Promise<Joined> {
  const { kind, letterKind, templateId, level } = plan.step;
  const step = { level, templateId };
  const dueAt = new Date(plan.dueAt);
  const { creditorId, customerId, currency } = row;
  const planned = { kind, letterKind, mode: plan.mode, groupKey, dueAt, dueOn: toDateColumn(plan.dueOn) };
  const action = { id: uuidv7(), creditorId, customerId, currency, level, templateId, ...ofOrigin('step'), ...planned };
  const holder = await holderOf(tx, groupKey, row.id);
  const isOpen = holder?.messageId === null;
  const own = isOpen && !moveAction ? null : await movableAction(tx, row, plan, moveAction);
  if (isOpen && (!own || own.id === holder.id)) {
    const text = await textWith(tx, holder, row.id, step);
    await tx.action.updateMany({ where: { id: holder.id }, data: { dueAt, ...text } });
    return { actionId: holder.id, isNew: false, isJoined: holder.isJoined, action };
  }
  if (isOpen && own) await takeOver(tx, context, holder, own);
  // Nothing can be added to an action whose message is made: it gives up the key.
  if (holder && holder.id !== own?.id)
    await tx.action.updateMany({ where: { id: holder.id }, data: { groupKey: null } });
  if (!own) return { actionId: action.id, isNew: true, isJoined: false, action };
  const text = await textWith(tx, own, row.id, step);
  await tx.action.updateMany({ where: { id: own.id }, data: { ...planned, ...text } });
  return { actionId: own.id, isNew: false, isJoined: true, action };
}

type Text = Pick<Action, 'level' | 'templateId'>;

/**
 * The level and the text of an action with this step: those of its highest steps. When these have several texts, the
 * action keeps the one it had.
 */
async function textWith(tx: Transaction, action: Action, invoiceId: string, step: Text): Promise<Text> {
  const others = await tx.openStep.findMany({
    where: { actionId: action.id, invoiceId: { not: invoiceId } },
    select: { level: true, templateId: true },
    orderBy: { invoiceId: 'asc' },
  });
  const steps = [step, ...others];
  const level = Math.max(...steps.map((one) => one.level ?? 0));
  const highest = steps.filter((one) => one.level === level);
  return highest.find(({ templateId }) => templateId === action.templateId) ?? highest[0]!;
}

/** The open action with this key, and whether the invoice is in it. Raw SQL, since every plan runs it. */
async function holderOf(tx: Transaction, groupKey: string | null, invoiceId: string) {
  const [found] = await tx.$queryRaw<{ action: unknown; isJoined: boolean }[]>`
    SELECT to_jsonb(a) AS action, EXISTS (SELECT FROM action_invoices t
      WHERE t."actionId" = a.id AND t."invoiceId" = ${invoiceId}::uuid) AS "isJoined"
    FROM actions a WHERE a."groupKey" = ${groupKey} AND a.state = 'open' LIMIT 1`;
  return found ? { ...rowInCode<Action>(found.action), isJoined: found.isJoined } : null;
}

/** The step's own action, when it moves to another day with the step, so that its id stays valid. */
async function movableAction(tx: Transaction, row: CaseForPlan, plan: PlannedNextStep, moveAction: boolean) {
  const open = row.openStep;
  if (!open || open.stepKey !== plan.step.key || open.cycle !== row.cycle) return null;
  const { action } = open;
  if (action.state !== 'open' || action.messageId !== null) return null;
  const isAlone = (await tx.actionInvoice.count({ where: { actionId: action.id } })) === 1;
  return isAlone || moveAction ? action : null;
}

/** An action that a person moves to a day that has one already takes over that one's invoices, and keeps its own id. */
async function takeOver(tx: Transaction, context: FactContext, other: Action, own: Action): Promise<void> {
  await tx.openStep.updateMany({ where: { actionId: other.id }, data: { actionId: own.id } });
  const invoices = await tx.actionInvoice.findMany({ where: { actionId: other.id } });
  await tx.actionInvoice.deleteMany({ where: { actionId: other.id } });
  const data = invoices.map(({ invoiceId }) => ({ actionId: own.id, invoiceId }));
  await tx.actionInvoice.createMany({ data, skipDuplicates: true });
  const settled = { state: 'cancelled', reason: 'replanned', settledAt: context.at, groupKey: null } as const;
  await tx.action.update({ where: { id: other.id }, data: settled });
}
