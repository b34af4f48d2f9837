import type { ExplanationWords } from './words.ts';
import type { Reason } from '../../ladder/plan.ts';

type ReasonWords = Pick<ExplanationWords, 'reason' | 'reasonAlone'>;

/**
 * The reasons of a plan in words, in the order in which the planner found them. The first one follows nothing that it
 * could limit, so it is worded without “but” (« mais »).
 */
export function reasonsInWords(reasons: readonly Reason[], words: ReasonWords, day: (on: string) => string): string[] {
  return reasons.map((one, index) =>
    index > 0 || one.code === 'anchor' ? words.reason(one, day) : words.reasonAlone(one, day),
  );
}
