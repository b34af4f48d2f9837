import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { LadderSettings, PlanInput } from './plan.ts';
import { planNextStep } from './plan-next-step.ts';
import { isMessage, type ScenarioStep, type StepMode } from './step.ts';

export interface SimulationInput {
  issuedOn: LocalDate;
  dueOn: LocalDate;
  steps: readonly ScenarioStep[];
  calendar: BusinessCalendar;
  settings: LadderSettings;
}

export interface SimulatedStep {
  key: string;
  level: number;
  dueAt: string;
  mode: StepMode;
}

/** An instant before every possible day, so that no step is late. */
const BEFORE_ALL = '0001-01-01T00:00:00.000Z';

/** The whole ladder of an invoice, when every step leaves on its day. */
export function simulate(simulation: SimulationInput): SimulatedStep[] {
  const left: SimulatedStep[] = [];
  let input = newCase(simulation);
  for (;;) {
    const plan = planNextStep(input);
    if (plan.kind !== 'step') return left;
    const { step, dueAt, dueOn, mode } = plan;
    left.push({ key: step.key, level: step.level, dueAt, mode });
    const record = {
      stepKey: step.key,
      level: step.level,
      kind: step.kind,
      outcome: 'sent',
      on: dueOn,
      at: dueAt,
    } as const;
    const sent = isMessage(step.kind) ? [dueOn] : [];
    input = {
      ...input,
      progress: [...input.progress, record],
      customerMessageDays: [...input.customerMessageDays, ...sent],
    };
  }
}

function newCase({ issuedOn, dueOn, steps, calendar, settings }: SimulationInput): PlanInput {
  return {
    nowAt: BEFORE_ALL,
    calendar,
    settings,
    invoice: { issuedOn, dueOn },
    steps,
    cycle: 1,
    progress: [],
    lastMessageOn: null,
    customerMessageDays: [],
    holds: [],
    confirmReason: null,
    creditCover: false,
    postponed: null,
    openStep: null,
  };
}
