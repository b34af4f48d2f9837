import type { Schema } from '../api/client.ts';

type Level = Schema<'Invoice'>['dunning']['levels'][number];

/** The sentences about a level, in the user's language. `on` is a day or an instant from the API. */
export interface LevelWords {
  done: (on: string) => string;
  due: () => string;
  held: () => string;
  planned: (on: string) => string;
  /** It counts as done since then, and nothing was sent. */
  set: (on: string) => string;
  no: () => string;
}

/** Whether the level is due or planned while a hold stops the case. */
export const isLevelHeld = ({ state, due_on }: Pick<Level, 'state' | 'due_on'>, heldBy: readonly string[]): boolean =>
  state !== 'done' && (state === 'due' || due_on !== null) && heldBy.length > 0;

/** The sentence about a level. Under a hold it names no day, because nothing is sent while the hold is in force. */
export function sayLevel(
  level: Pick<Level, 'state' | 'due_on' | 'done_at' | 'set_at'>,
  heldBy: readonly string[],
  say: LevelWords,
): string {
  const { state, due_on, done_at, set_at } = level;
  if (state === 'done' && done_at) return say.done(done_at);
  if (isLevelHeld(level, heldBy)) return say.held();
  if (state === 'due') return say.due();
  if (due_on) return say.planned(due_on);
  return set_at ? say.set(set_at) : say.no();
}
