import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { isFormalNoticeLevel, isMessage } from '../../domain/ladder/step.ts';
import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { SpecificActionInput, SpecificActionPlan } from '../inputs/specific-action.ts';
import { keepNothing } from '../keep-nothing.ts';
import { checkText, type Draft, draftMessage } from '../messages/drawing/draft.ts';
import type { FactContext } from '../outcome.ts';
import { planBeside } from '../plan/plan-beside.ts';
import { FactRefused, invalid } from '../refused.ts';
import { type CheckedPlan, checkPlan } from './check-plan.ts';
import { dayOfPlan } from './day-of-plan.ts';
import { replaceSteps } from './replace-steps.ts';
import { type TakenItem, takeItems } from './take-items.ts';

/** A checked plan and the invoices it is about. */
interface Planned {
  customerId: string;
  items: readonly TakenItem[];
  plan: SpecificActionPlan;
  checked: CheckedPlan;
}

/** What a specific action would say, and its level. */
export interface SpecificDraft {
  draft: Draft;
  level: number | null;
}

/**
 * What a specific action would say if it were created and sent now. With `replaces_step` it is drafted as if those
 * steps were skipped, since its last day to pay must end before the next reminder. Nothing is stored.
 */
export async function previewSpecific(
  db: Database,
  context: FactContext,
  input: SpecificActionInput,
): Promise<SpecificDraft> {
  const { customer_id: customerId, invoice_ids: invoiceIds, replaces_step: replacesStep = false, ...plan } = input;
  if (!isMessage(plan.kind))
    throw invalid('not_a_message', '/kind', 'A call or a task is not sent.', 'Preview a mail, a letter or an SMS.');
  return keepNothing(db, async (tx) => {
    await refuseUnknown(tx, context, customerId);
    if (replacesStep) await lockCustomers(tx, [customerId]);
    const items = await takeItems(tx, context, customerId, invoiceIds);
    const checked = await checkPlan(tx, context, customerId, plan);
    const day = await readBusinessDay(tx, context);
    refuseEarlyNotice(items, checked.level, dayOfPlan(plan, day, context.at).dueOn);
    if (replacesStep) {
      const about = { customerId, title: plan.title, todayOn: day.todayOn, invoiceIds: items.map((item) => item.id) };
      await planBeside(tx, context, await replaceSteps(tx, context, about));
    }
    const draft = await draftSpecific(tx, context, { customerId, items, plan, checked });
    // Forbidden words are no refusal here: they are shown with the draft, which is still being written.
    if (!draft) checkText(draft);
    return { draft, level: checked.level };
  });
}

/** Refuses a customer that is not the creditor's. */
export async function refuseUnknown(tx: Transaction, { creditorId }: FactContext, customerId: string): Promise<void> {
  if (await tx.customer.findFirst({ where: { id: customerId, creditorId }, select: { id: true } })) return;
  throw invalid('unknown_customer', '/customer_id', 'There is no such customer.', 'Give the id of a customer.');
}

/** The message of a plan as it would leave now; null when there is no text for it. */
export async function draftSpecific(
  tx: Transaction,
  { creditorId, connectors, actor, at }: FactContext,
  { customerId, items, plan, checked }: Planned,
): Promise<Draft | null> {
  const { letterKind, level, templateId, words } = checked;
  const kind = plan.kind === 'letter' || plan.kind === 'sms' ? plan.kind : 'email';
  const currency = currencyOf(items);
  if (currency === null) {
    const detail = 'A message is in one currency.';
    throw invalid('several_currencies', '/invoice_ids', detail, 'Choose invoices of one currency.');
  }
  return draftMessage(tx, {
    ...{ creditorId, customerId, currency, kind, letterKind, level, templateId, actor, at },
    invoiceIds: items.map((item) => item.id),
    viaPrintProvider: goesByPrintProvider(connectors, { kind, letterKind }),
    isBesideLadder: true,
    edits: words,
  });
}

/** The one currency of the invoices; null when there are several. */
export function currencyOf(items: readonly TakenItem[]): string | null {
  const currencies = new Set(items.map((item) => item.currency));
  return currencies.size === 1 ? items[0]!.currency : null;
}

/** Refuses a formal notice about an invoice that is not overdue on that day. */
export function refuseEarlyNotice(items: readonly TakenItem[], level: number | null, on: LocalDate): void {
  if (level === null || !isFormalNoticeLevel(level)) return;
  const early = items.flatMap(({ number, dueOn }, index) =>
    dueOn === null || fromDateColumn(dueOn) < on
      ? []
      : [
          {
            pointer: `/invoice_ids/${index}`,
            detail: `Invoice ${number} is not overdue on that day: no formal notice is sent of it.`,
            fix: 'Leave it out, or choose a later day.',
          },
        ],
  );
  if (early[0]) throw new FactRefused('invalid', 'not_overdue', early[0].detail, early);
}
