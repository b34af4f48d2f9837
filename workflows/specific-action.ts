import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { patient } from './activity-options.ts';
import { msBetween, workflowNow } from './instants.ts';
import { type SpecificActionInput, specificActionSignal } from './messages.ts';

/**
 * A timer that opens a message: an automatic specific action leaves at the send hour of its day, about whatever is still owed
 * and not stopped then. What happens to its invoices or its day on the way is told, and looked at at once.
 */
export async function specificAction(input: SpecificActionInput): Promise<{ messageId: string | null }> {
  let news = 0;
  setHandler(specificActionSignal, () => {
    news += 1;
  });
  for (;;) {
    const seen = news;
    const move = await patient.openSpecificAction({ ...input, at: workflowNow() });
    // What came in meanwhile may be that it is to leave after all.
    if (move.kind === 'over' && news === seen) return { messageId: move.messageId };
    if (move.kind === 'over') continue;
    if (workflowInfo().continueAsNewSuggested && news === seen) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof specificAction>(input);
    }
    const changed = () => news !== seen;
    setCurrentDetails(move.untilAt ? `Part le ${move.untilAt}.` : 'Suspendue : ses pièces attendent une personne.');
    if (move.untilAt === null) await condition(changed);
    else await condition(changed, msBetween(workflowNow(), move.untilAt), { summary: 'envoi à la date prévue' });
  }
}
