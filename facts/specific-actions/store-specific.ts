import { v7 as uuidv7 } from 'uuid';
import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { isMessage } from '../../domain/ladder/step.ts';
import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { CUSTOMER_HOLDS_IN_FORCE } from '../case-facts.ts';
import { recordHistory } from '../history.ts';
import type { SpecificActionPlan } from '../inputs/specific-action.ts';
import { checkDraft, checkText } from '../messages/drawing/draft.ts';
import { refuseUnderWay } from '../messages/by-hand/prepare-reminder.ts';
import type { FactContext } from '../outcome.ts';
import { planBeside } from '../plan/plan-beside.ts';
import { conflict } from '../refused.ts';
import { type CheckedPlan, checkPlan } from './check-plan.ts';
import { type DayOfPlan, dayOfPlan } from './day-of-plan.ts';
import { currencyOf, draftSpecific, refuseEarlyNotice } from './draft-specific.ts';
import { loadSpecific } from './load-specific.ts';
import { holdForSpecific } from './release-specific.ts';
import { replaceSteps } from './replace-steps.ts';
import { freeInvoices, reserveSpecific } from './reserve-specific.ts';
import type { TakenItem } from './take-items.ts';
import { asJson } from '../stored-json.ts';

/** A specific action to store, with its invoices read under the lock of their customer. */
export interface NewSpecific {
  customerId: string;
  items: readonly TakenItem[];
  plan: SpecificActionPlan;
  requestKey: string | null;
  /** True when it replaces the due steps of its invoices. */
  replacesStep?: boolean | undefined;
}

/** A stored specific action. `messageId`: its message, if it leaves at once; `replaced`: how many steps it replaced. */
export interface StoredSpecific {
  id: string;
  messageId: string | null;
  replaced: number;
}

/**
 * Stores a specific action, under the lock of its customer: it is in the agenda, and the scenario stops for its
 * invoices until it is over. An automatic action that is due leaves at once: its message is reserved, and the caller
 * starts it after the commit.
 */
export async function storeSpecific(
  tx: Transaction,
  context: FactContext,
  { customerId, items, plan, requestKey, replacesStep = false }: NewSpecific,
): Promise<StoredSpecific> {
  const day = await readBusinessDay(tx, context);
  const checked = await checkPlan(tx, context, customerId, plan);
  const when = dayOfPlan(plan, day, context.at);
  const { dueAt, dueOn } = when;
  const leavesNow = checked.mode === 'automatic' && Date.parse(dueAt) <= context.at.getTime();
  refuseEarlyNotice(items, checked.level, dueOn);
  await refuseWhatCannotLeave(tx, context, { customerId, items, plan, checked, leavesNow });
  const id = uuidv7();
  const { title } = plan;
  await tx.action.create({ data: newAction(context, { id, customerId, items, plan, requestKey, checked, when }) });
  const invoiceIds = items.map((item) => item.id);
  const { todayOn } = day;
  const replaced = replacesStep ? await replaceSteps(tx, context, { customerId, title, todayOn, invoiceIds }) : [];
  await holdForSpecific(tx, context, { id, customerId, title }, invoiceIds);
  await planBeside(tx, context, replaced);
  const data = {
    title,
    channel: plan.kind,
    letterKind: checked.letterKind,
    mode: checked.mode,
    dueOn,
    outcome: 'created',
  };
  const lines = invoiceIds.map((invoiceId) => ({ customerId, invoiceId, kind: 'specific_action' as const, data }));
  await recordHistory(tx, context, lines);
  return { id, messageId: leavesNow ? await sendNow(tx, context, id) : null, replaced: replaced.length };
}

interface NewAction extends NewSpecific {
  id: string;
  checked: CheckedPlan;
  when: DayOfPlan;
}

function newAction({ creditorId, actor }: FactContext, action: NewAction): Prisma.ActionUncheckedCreateInput {
  const { id, customerId, items, plan, requestKey, checked, when } = action;
  const { subject = null, bodyHtml = null, recipients = [] } = checked.words;
  const { letterKind, level, templateId, mode } = checked;
  const executeOn = when.executeOn === null ? null : toDateColumn(when.executeOn);
  return {
    ...{ id, creditorId, customerId, kind: plan.kind, letterKind, level, templateId, mode },
    currency: currencyOf(items),
    ...ofOrigin('specific_action'),
    dueAt: new Date(when.dueAt),
    dueOn: toDateColumn(when.dueOn),
    title: plan.title,
    assigneeId: plan.assignee_id ?? null,
    invoices: { create: items.map((item) => ({ invoiceId: item.id })) },
    specific: {
      create: {
        ...{ creditorId, executeOn, subject, bodyHtml, recipients, requestKey },
        actor: asJson(actor),
      },
    },
  };
}

async function sendNow(tx: Transaction, context: FactContext, id: string): Promise<string> {
  const action = await loadSpecific(tx, id);
  if (!action) throw new Error(`specific action ${id} is gone`);
  return reserveSpecific(tx, context, action, freeInvoices(action, context.at), context.actor);
}

interface Leaving {
  customerId: string;
  items: readonly TakenItem[];
  plan: SpecificActionPlan;
  checked: CheckedPlan;
  leavesNow: boolean;
}

/**
 * Refuses to plan any message during a litigation, and, for one that would leave now, during a pause or with a message
 * on its way.
 */
async function refuseWhatCannotLeave(tx: Transaction, context: FactContext, leaving: Leaving): Promise<void> {
  const { customerId, items, plan, checked, leavesNow } = leaving;
  if (!isMessage(plan.kind)) return;
  const ofCustomer = await tx.hold.findMany({ where: { customerId, ...CUSTOMER_HOLDS_IN_FORCE.where } });
  for (const { id, number, holds } of items) {
    const stopping = stoppingHold('specific_action', [...holds, ...ofCustomer]);
    if (stopping && (leavesNow || stopping === 'litigation'))
      throw conflict('held', `Invoice ${number} is held: ${stopping}. Nothing may be sent about it.`);
    if (leavesNow) await refuseUnderWay(tx, id);
  }
  if (leavesNow && items.some((item) => item.attentionCode !== null))
    throw conflict('needs_attention', 'A person has to look at one of these cases first.');
  const draft = await draftSpecific(tx, context, { customerId, items, plan, checked });
  if (leavesNow) checkDraft(draft);
  else checkText(draft);
}
