import { condition, continueAsNew, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { patient } from './activity-options.ts';
import { msBetween, workflowNow } from './instants.ts';
import { type SpecificActionInput, specificActionSignal } from './messages.ts';

/**
 * A timer that opens a message: an automatic specific action leaves at the send hour of its day, for the invoices that
 * are still owed and not held then. A change of its invoices or its day is signalled, and handled at once.
 */
export async function specificAction(input: SpecificActionInput): Promise<{ messageId: string | null }> {
  let news = 0;
  setHandler(specificActionSignal, () => {
    news += 1;
  });
  for (;;) {
    const seen = news;
    const move = await patient.openSpecificAction({ ...input, at: workflowNow() });
    // A signal that came in meanwhile may mean that the action is to leave after all.
    if (move.kind === 'over' && news === seen) return { messageId: move.messageId };
    if (move.kind === 'over') continue;
    if (workflowInfo().continueAsNewSuggested && news === seen) await continueAsNew<typeof specificAction>(input);
    const changed = () => news !== seen;
    setCurrentDetails(move.untilAt ? `Part le ${move.untilAt}.` : 'Suspendue : ses pièces attendent une personne.');
    if (move.untilAt === null) await condition(changed);
    else await condition(changed, msBetween(workflowNow(), move.untilAt), { summary: 'envoi à la date prévue' });
  }
}
