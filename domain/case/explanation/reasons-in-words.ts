import type { ExplanationWords } from './words.ts';
import type { Reason } from '../../ladder/plan.ts';

type ReasonWords = Pick<ExplanationWords, 'reason' | 'reasonAlone'>;

/** Why a plan is as it is, in the order in which it was thought. What stands first limits nothing that was said: no « mais ». */
export function reasonsInWords(reasons: readonly Reason[], words: ReasonWords, day: (on: string) => string): string[] {
  return reasons.map((one, index) =>
    index > 0 || one.code === 'anchor' ? words.reason(one, day) : words.reasonAlone(one, day),
  );
}
