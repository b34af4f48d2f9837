import type { Schema } from '../api/client.ts';

type Level = Schema<'Invoice'>['dunning']['levels'][number];

/** What may be said of a level, in the reader's words; `on` as the API answers it, a day or an instant. */
export interface LevelWords {
  done: (on: string) => string;
  due: () => string;
  held: () => string;
  planned: (on: string) => string;
  no: () => string;
}

/** Whether its turn has come or is planned, and something holds the case. */
export const isLevelHeld = ({ state, due_on }: Pick<Level, 'state' | 'due_on'>, heldBy: readonly string[]): boolean =>
  state !== 'done' && (state === 'due' || due_on !== null) && heldBy.length > 0;

/** What is said of a level. No day is promised of one that is held: while the hold stands nothing leaves on it. */
export function sayLevel(
  level: Pick<Level, 'state' | 'due_on' | 'done_at'>,
  heldBy: readonly string[],
  say: LevelWords,
): string {
  const { state, due_on, done_at } = level;
  if (state === 'done' && done_at) return say.done(done_at);
  if (isLevelHeld(level, heldBy)) return say.held();
  if (state === 'due') return say.due();
  return due_on ? say.planned(due_on) : say.no();
}
