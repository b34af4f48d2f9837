import { dayIn } from '../words/days.ts';

/** A step that is still to come after the next one; its day is only about right when a person decides on the next one's. */
export interface LaterStep {
  key: string;
  level: number;
  on: string;
  mode: string;
  isAbout: boolean;
}

/** The day from which the later steps count: the next step's day, or today when that step has been waiting. */
export function countedFrom({ due_at: dueAt }: { due_at: string }, todayOn: string, timeZone: string): string {
  const dueOn = dayIn(dueAt, timeZone);
  return dueOn < todayOn ? todayOn : dueOn;
}
