import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { LadderSettings } from './plan.ts';
import type { ScenarioStep, StepMode } from './step.ts';

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

/** The whole ladder of an invoice on which every step leaves on its day. */
export function simulate(_input: SimulationInput): SimulatedStep[] {
  throw new Error('not written yet');
}
