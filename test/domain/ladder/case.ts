import type { BusinessCalendar } from '../../../domain/calendar/business-calendar.ts';
import type { Plan, PlanInput, PlannedNextStep } from '../../../domain/ladder/plan.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import type { ScenarioStep, StepRecord } from '../../../domain/ladder/step.ts';

export const PARIS: BusinessCalendar = { timeZone: 'Europe/Paris', holidayZone: 'metropole', sendHour: 9 };

export function aStep(key: string, level: number, more: Partial<ScenarioStep> = {}): ScenarioStep {
  return {
    key,
    level,
    kind: 'email',
    letterKind: null,
    anchor: 'previous_step',
    delayDays: 15,
    mode: 'automatic',
    templateId: null,
    ...more,
  };
}

/** The default scenario « J+15 ». */
export const J15: readonly ScenarioStep[] = [
  aStep('r1', 1, { anchor: 'issued_on' }),
  aStep('r2', 2),
  aStep('r3', 3, { kind: 'letter', letterKind: 'registered', mode: 'to_confirm' }),
];

/** An invoice of 16 April 2026 on the day it is issued, payable on receipt, to which nothing has happened. */
export function aCase(more: Partial<PlanInput> = {}): PlanInput {
  return {
    nowAt: '2026-04-16T08:00:00.000Z',
    calendar: PARIS,
    settings: { minimumSpacingDays: 1, confirmAfterRelease: true, cap: null },
    invoice: { issuedOn: '2026-04-16', dueOn: '2026-04-16' },
    steps: J15,
    cycle: 1,
    progress: [],
    lastMessageOn: null,
    customerMessageDays: [],
    holds: [],
    confirmReason: null,
    creditCover: false,
    postponed: null,
    openStep: null,
    ...more,
  };
}

export function done(stepKey: string, level: number, on: string, more: Partial<StepRecord> = {}): StepRecord {
  return { stepKey, level, kind: 'email', outcome: 'sent', on, at: `${on}T08:00:00.000Z`, ...more };
}

export function levelSet(level: number, on: string): StepRecord {
  return { stepKey: null, level, kind: null, outcome: 'level_set', on, at: `${on}T08:00:00.000Z` };
}

/** The planned step; throws an error that shows what came instead. */
function stepOf(plan: Plan): PlannedNextStep {
  if (plan.kind !== 'step') throw new Error(`expected a step, got ${JSON.stringify(plan)}`);
  return plan;
}

export function planned(more: Partial<PlanInput> = {}): PlannedNextStep {
  return stepOf(planNextStep(aCase(more)));
}

export function codes(plan: PlannedNextStep): string[] {
  return plan.reasons.map((reason) => reason.code);
}
