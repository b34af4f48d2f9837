import type { LocalDate } from '../calendar/local-date.ts';
import type { StepOutcome } from '../ladder/step.ts';

export type LevelState = 'not_concerned' | 'due' | 'done';

export interface LevelView {
  level: number;
  state: LevelState;
  dueOn: LocalDate | null;
  doneAt: string | null;
  /** When a person or an import set this level or a higher one, so that it counts as done; null where it left. */
  setAt: string | null;
}

export interface LevelsInput {
  todayOn: LocalDate;
  /** Levels of the steps in the scenario version that the invoice follows. */
  scenarioLevels: readonly number[];
  cycle: number;
  /** The highest level done or set in this cycle. */
  level: number;
  /** Records of every cycle. */
  records: readonly { cycle: number; level: number; outcome: StepOutcome; at: string }[];
  /** The next step, held or not: `turnOn` as planned; `dueOn` is null while a hold without an end stops it. */
  next: { level: number; turnOn: LocalDate; dueOn: LocalDate | null } | null;
}

const ALWAYS_LISTED = [1, 2, 3];

/**
 * `levels` of an invoice in the API: R1–R3, and more when the scenario has them; level 0 is not listed. The next level
 * is `due` from the day on which its turn comes, even while it is held.
 */
export function levelsView(input: LevelsInput): LevelView[] {
  const levels = new Set([...ALWAYS_LISTED, ...input.scenarioLevels.filter((level) => level > 0)]);
  return [...levels].sort((a, b) => a - b).map((level) => levelView(level, input));
}

function levelView(level: number, input: LevelsInput): LevelView {
  const doneAt = doneAtOf(level, input);
  const next = input.next?.level === level ? input.next : null;
  const dueOn = next ? (next.dueOn ?? next.turnOn) : null;
  const setAt = doneAt === null ? setAtOf(level, input) : null;
  if (next && next.turnOn <= input.todayOn) return { level, state: 'due', dueOn, doneAt, setAt };
  return { level, state: doneAt === null ? 'not_concerned' : 'done', dueOn, doneAt, setAt };
}

/**
 * When the level last left or was completed: in this cycle, or in an earlier one when this cycle began above that
 * level.
 */
function doneAtOf(level: number, { records, cycle, level: reached }: LevelsInput): string | null {
  return lastOf(
    records
      .filter((record) => record.level === level && (record.outcome === 'sent' || record.outcome === 'completed'))
      .filter((record) => record.cycle === cycle || level <= reached),
  );
}

/** When this level was last set, or one above it, in this cycle. */
const setAtOf = (level: number, { records, cycle }: LevelsInput): string | null =>
  lastOf(records.filter((one) => one.outcome === 'level_set' && one.cycle === cycle && one.level >= level));

const lastOf = (records: LevelsInput['records']): string | null =>
  records.reduce<string | null>(
    (last, { at }) => (last !== null && Date.parse(last) > Date.parse(at) ? last : at),
    null,
  );
