import type { DecisionName } from '../../workflows/messages.ts';
import { goneFiles } from '../messages/texts/own-words.ts';
import { confirmStep } from './confirm-step.ts';
import { type Judge, refused } from './decision.ts';
import { postponeStep } from './postpone-step.ts';
import { setLevel } from './set-level.ts';
import { skipStep } from './skip-step.ts';

/**
 * A decision may name files that existed when it was asked for. It is refused when one was erased since, because an
 * empty file would leave. The others cannot be erased before the message is reserved.
 */
const withItsFiles =
  (judge: Judge): Judge =>
  async (tx, context, decision) => {
    const gone = await goneFiles(tx, decision.args.edits?.attachmentIds ?? []);
    if (gone.length === 0) return judge(tx, context, decision);
    return refused('unknown_attachment', 'An attached file was erased meanwhile: leave it out, or upload it again.');
  };

/** The function that judges each kind of decision, under the lock. */
export const JUDGES: Record<DecisionName, Judge> = {
  confirmStep: withItsFiles(confirmStep),
  skipStep,
  postponeStep,
  setLevel,
};
