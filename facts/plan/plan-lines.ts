import type { HeldPlan, PlannedNextStep } from '../../domain/ladder/plan.ts';
import type { HistoryLine } from '../history.ts';
import type { CaseForPlan } from './load-case.ts';

type PlanLine = HistoryLine<'planned'>;

/** The history line of a planned step: the step, the rule with its inputs, and the day of its turn. */
export function plannedLine(row: CaseForPlan, plan: PlannedNextStep): PlanLine {
  const { mode, dueAt, dueOn } = plan;
  return lineOf(row, { ...stepOf(row, plan), mode, dueAt, dueOn, balanceCents: row.balanceCents });
}

/** The history line of the decision to wait for the end of a hold that a person ends. */
export function heldLine(row: CaseForPlan, plan: HeldPlan): PlanLine {
  return lineOf(row, { ...stepOf(row, plan), held: true });
}

/** The history line saying that there is nothing left to plan. */
export function exhaustedLine(row: CaseForPlan): PlanLine {
  return lineOf(row, { cycle: row.cycle, exhausted: true });
}

function stepOf({ cycle }: CaseForPlan, { step, turnOn, rule, reasons }: PlannedNextStep | HeldPlan) {
  const { key: stepKey, level, kind: channel, letterKind } = step;
  return { cycle, stepKey, level, channel, letterKind, turnOn, rule, reasons };
}

function lineOf({ customerId, id: invoiceId }: CaseForPlan, data: PlanLine['data']): PlanLine {
  return { customerId, invoiceId, kind: 'planned', data };
}
