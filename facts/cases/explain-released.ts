import { localDate } from '../../domain/calendar/local-time.ts';
import { type Explanation, explain } from '../../domain/case/explain.ts';
import { confirmReasonAfter } from '../../domain/holds/confirm-after-hold.ts';
import type { Plan } from '../../domain/ladder/plan.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import type { Connectors } from '../../domain/messages/connectors.ts';
import type { Language } from '../../domain/reminder-content.ts';
import type { Database } from '../../prisma/client.ts';
import { settingsOf } from '../business-calendar.ts';
import { caseFacts } from '../case-facts.ts';
import type { HoldOutcome } from '../holds/end-hold.ts';
import { type CaseForPlan, loadCaseForPlan } from '../plan/load-case.ts';
import { planInput } from '../plan/plan-input.ts';
import { notFound } from '../refused.ts';
import { explainCase, readCases } from './case-view.ts';

/** A hold in force, and the outcome with which a person would end it. */
export interface Released {
  holdId: string;
  outcome: HoldOutcome;
}

/**
 * What would leave next, and when, if this hold ended at `at`: the case is planned as if the hold had ended, and
 * nothing is written. Refuses a hold that is not in force on this invoice. The caller has checked that the invoice is
 * the creditor's.
 */
export async function explainReleased(
  db: Database,
  { invoiceId, at, language, connectors }: { invoiceId: string; at: Date; language: Language; connectors: Connectors },
  released: Released,
): Promise<Explanation> {
  const row = await loadCaseForPlan(db, invoiceId);
  const { timeZone } = settingsOf(row.customer.creditor);
  const rest = withoutHold(row, at, released);
  if (rest.openStep?.messageId) return explainCarried(db, { invoiceId, at, timeZone, language }, released);
  const plan = rest.closedAs ? null : planNextStep(await planInput(db, rest, at, { connectors }));
  const snapshot = {
    nowAt: at.toISOString(),
    timeZone,
    closed: rest.closedAs && { as: rest.closedAs, on: localDate((rest.closedAt ?? at).toISOString(), timeZone) },
    attention: rest.attentionCode === null ? null : { code: rest.attentionCode, text: rest.attentionText ?? '' },
    holds: caseFacts(rest).holds,
    exhausted: plan?.kind === 'exhausted',
    next: nextOf(plan),
  };
  return explain(snapshot, language);
}

/** A step that a message already carries is not planned again: it is explained as it stands, without the hold. */
async function explainCarried(
  db: Database,
  { invoiceId, at, timeZone, language }: { invoiceId: string; at: Date; timeZone: string; language: Language },
  { holdId }: Released,
): Promise<Explanation> {
  const [row] = await readCases(db, { where: { id: invoiceId }, take: 1 });
  if (!row) throw notFound();
  const holds = row.holds.filter(({ id }) => id !== holdId);
  const customer = { ...row.customer, holds: row.customer.holds.filter(({ id }) => id !== holdId) };
  return explainCase({ ...row, holds, customer }, { at, timeZone }, language);
}

/** The case as it will be once the hold has ended, with the reason for confirming its next step that this end gives. */
function withoutHold(row: CaseForPlan, at: Date, { holdId, outcome }: Released): CaseForPlan {
  const hold = [...row.holds, ...row.customer.holds].find(({ id }) => id === holdId);
  if (!hold) throw notFound();
  const { timeZone } = settingsOf(row.customer.creditor);
  const dayOf = (instant: Date) => localDate(instant.toISOString(), timeZone);
  const reason = confirmReasonAfter({
    kind: hold.kind,
    outcome,
    sinceOn: dayOf(hold.sinceAt),
    endedOn: dayOf(at),
  });
  const others = (holds: CaseForPlan['holds']) => holds.filter(({ id }) => id !== holdId);
  const customer = { ...row.customer, holds: others(row.customer.holds) };
  return { ...row, holds: others(row.holds), customer, confirmReason: row.confirmReason ?? reason };
}

function nextOf(plan: Plan | null) {
  if (plan?.kind !== 'step') return null;
  const { step, mode, dueAt, rule, reasons } = plan;
  const { level, kind, letterKind } = step;
  return { level, kind, letterKind, mode, dueAt, handed: false, rule, reasons };
}
