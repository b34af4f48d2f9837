import type { Schema } from '../api/client.ts';

type Dunning = Schema<'Invoice'>['dunning'];
/** What `dueLevels` needs of a case. */
export type CaseStanding = Pick<Dunning, 'status'> & {
  next: Pick<NonNullable<Dunning['next']>, 'level'> | null;
  holds: readonly unknown[];
  levels: readonly Pick<Dunning['levels'][number], 'level' | 'state'>[];
};

/** The levels of the due steps that no hold stops, one for each such case, lowest first. */
export const dueLevels = (cases: readonly CaseStanding[]): number[] =>
  cases.flatMap((one) => (one.next && hasCome(one, one.next.level) ? [one.next.level] : [])).toSorted((a, b) => a - b);

/** Whether today is the step's day, even when its hour is later. A step that is being sent does not count. */
function hasCome({ status, holds, levels }: CaseStanding, next: number): boolean {
  if (holds.length > 0 || status === 'sending') return false;
  const isTurn = levels.some(({ level, state }) => level === next && state === 'due');
  return isTurn || status === 'due' || status === 'to_confirm';
}
