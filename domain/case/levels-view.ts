import type { LocalDate } from '../calendar/local-date.ts';
import type { StepOutcome } from '../ladder/step.ts';

export type LevelState = 'not_concerned' | 'due' | 'done';

export interface LevelView {
  level: number;
  state: LevelState;
  dueOn: LocalDate | null;
  doneAt: string | null;
}

export interface LevelsInput {
  todayOn: LocalDate;
  /** The levels of the steps of the version that the invoice follows. */
  scenarioLevels: readonly number[];
  cycle: number;
  /** The highest level done or set in this cycle. */
  level: number;
  /** Of every cycle. */
  records: readonly { cycle: number; level: number; outcome: StepOutcome; at: string }[];
  /** The step that is next, held or not: `turnOn` as planned, `dueOn` null when it is held without an end. */
  next: { level: number; turnOn: LocalDate; dueOn: LocalDate | null } | null;
}

/** API.md's `levels`: R1–R3, and more when the scenario has them; level 0 is not listed. */
export function levelsView(_input: LevelsInput): LevelView[] {
  throw new Error('not written yet');
}
