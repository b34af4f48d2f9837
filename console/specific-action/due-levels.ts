import type { Schema } from '../api/client.ts';

type Dunning = Schema<'Invoice'>['dunning'];
/** What is asked of where a case stands. */
export type CaseStanding = Pick<Dunning, 'status'> & {
  next: Pick<NonNullable<Dunning['next']>, 'level'> | null;
  holds: readonly unknown[];
  levels: readonly Pick<Dunning['levels'][number], 'level' | 'state'>[];
};

/** The level of each case's step whose turn has come and that nothing holds, lowest first: as many as there are such steps. */
export const dueLevels = (cases: readonly CaseStanding[]): number[] =>
  cases.flatMap((one) => (one.next && hasCome(one, one.next.level) ? [one.next.level] : [])).toSorted((a, b) => a - b);

/** Today is its day, though its hour may be later; what is being sent is not in anybody's hands. */
function hasCome({ status, holds, levels }: CaseStanding, next: number): boolean {
  if (holds.length > 0 || status === 'sending') return false;
  const isTurn = levels.some(({ level, state }) => level === next && state === 'due');
  return isTurn || status === 'due' || status === 'to_confirm';
}
