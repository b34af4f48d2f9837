import { plus, workingDay } from '../french-days.ts';

/** The days on which the steps of a ladder of 15 + 15 + 15 days leave. */
export function ladderFrom(anchorOn: string): { r1On: string; r2On: string; r3On: string } {
  const r1On = workingDay(plus(anchorOn, 15));
  const r2On = workingDay(plus(r1On, 15));
  return { r1On, r2On, r3On: workingDay(plus(r2On, 15)) };
}
