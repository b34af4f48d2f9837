import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { instantAt } from '../calendar/local-time.ts';
import type { LadderSettings, PlanInput } from './plan.ts';
import { planNextStep } from './plan-next-step.ts';
import { isMessage, type ScenarioStep, type StepMode } from './step.ts';

export interface SimulationInput {
  issuedOn: LocalDate;
  dueOn: LocalDate;
  steps: readonly ScenarioStep[];
  calendar: BusinessCalendar;
  settings: LadderSettings;
  /** Only the steps after this one, when it leaves on this day; the whole ladder when absent. */
  after?: { key: string; on: LocalDate } | undefined;
}

export interface SimulatedStep {
  key: string;
  level: number;
  dueAt: string;
  mode: StepMode;
}

/** An instant before every possible day, so that no step is late. */
const BEFORE_ALL = '0001-01-01T00:00:00.000Z';

/** The ladder of an invoice, or what is left of it after a step, when every step leaves on its day. */
export function simulate(simulation: SimulationInput): SimulatedStep[] {
  const left: SimulatedStep[] = [];
  const { steps, after } = simulation;
  const gone = after && steps.find(({ key }) => key === after.key);
  if (after && !gone) return left;
  let input = newCase(simulation);
  if (after && gone) input = withSent(input, gone, after.on, instantAt(after.on, 0, simulation.calendar.timeZone));
  for (;;) {
    const plan = planNextStep(input);
    if (plan.kind !== 'step') return left;
    const { step, dueAt, dueOn, mode } = plan;
    left.push({ key: step.key, level: step.level, dueAt, mode });
    input = withSent(input, step, dueOn, dueAt);
  }
}

type SentStep = Pick<ScenarioStep, 'key' | 'level' | 'kind'>;

/** The case once this step was sent. */
function withSent(input: PlanInput, { key, level, kind }: SentStep, on: LocalDate, at: string): PlanInput {
  return {
    ...input,
    progress: [...input.progress, { stepKey: key, level, kind, outcome: 'sent', on, at }],
    customerMessageDays: [...input.customerMessageDays, ...(isMessage(kind) ? [on] : [])],
  };
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
