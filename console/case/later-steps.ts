import { dayIn, daysBetween } from '../words/days.ts';
import { addDays } from './working-days.ts';

/** A step after the next one. Its day is approximate when the next step is off the scenario's plan. */
export interface LaterStep {
  key: string;
  level: number;
  on: string;
  mode: string;
  isAbout: boolean;
}

/**
 * The steps after the next one: the days are the scenario's for the dates of the case, moved by as many days as the
 * next step is behind that plan.
 */
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
