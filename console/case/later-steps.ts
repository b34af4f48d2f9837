import { dayIn, daysBetween } from '../words/days.ts';
import { addDays } from './working-days.ts';

/** A step that is still to come after the next one; its day is only about right when the case is off the plan. */
export interface LaterStep {
  key: string;
  level: number;
  on: string;
  mode: string;
  isAbout: boolean;
}

/** The steps after the next one: the scenario's for the case's dates, moved by as much as the next step is off that plan. */
export function laterSteps(
  plan: readonly { key: string; level: number; due_at: string; mode: string }[],
  next: { step: string; due_at: string },
  timeZone: string,
): LaterStep[] {
  const at = plan.findIndex(({ key }) => key === next.step);
  const planned = plan[at];
  if (!planned) return [];
  const movedDays = daysBetween(dayIn(planned.due_at, timeZone), dayIn(next.due_at, timeZone));
  return plan.slice(at + 1).map(({ key, level, due_at: dueAt, mode }) => ({
    key,
    level,
    mode,
    on: addDays(dayIn(dueAt, timeZone), Math.max(0, movedDays)),
    isAbout: movedDays !== 0,
  }));
}
