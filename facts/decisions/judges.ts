import type { DecisionName } from '../../workflows/messages.ts';
import { goneFiles } from '../messages/own-words.ts';
import { confirmStep } from './confirm-step.ts';
import { type Judge, refused } from './decision.ts';
import { postponeStep } from './postpone-step.ts';
import { setLevel } from './set-level.ts';
import { skipStep } from './skip-step.ts';

/**
 * A decision may name files that were there when it was asked for. One that was erased since would go out empty: it is refused; the
 * others stay until what takes them along is reserved.
 */
const withItsFiles =
  (judge: Judge): Judge =>
  async (tx, context, decision) => {
    const gone = await goneFiles(tx, decision.args.edits?.attachmentIds ?? []);
    if (gone.length === 0) return judge(tx, context, decision);
    return refused('unknown_attachment', 'An attached file was erased meanwhile: leave it out, or upload it again.');
  };

/** Who judges which decision, under the lock. */
export const JUDGES: Record<DecisionName, Judge> = {
  confirmStep: withItsFiles(confirmStep),
  skipStep,
  postponeStep,
  setLevel,
};
