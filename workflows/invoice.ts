import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { type ClosedAs, nextMove } from '../domain/case/state.ts';
import { confirmClosed } from './activity-options.ts';
import { CaseDesk } from './case-desk.ts';
import { workflowNow } from './instants.ts';
import type { InvoiceInput } from './messages.ts';

/**
 * One unpaid invoice, from the day it is known until it is paid, cancelled or written off. It waits, calls activities
 * and applies `domain/case`. It never fails: a case that cannot go on waits for a person.
 */
export async function invoice(input: InvoiceInput): Promise<{ closedAs: ClosedAs }> {
  const desk = new CaseDesk(input);
  desk.listen();
  for (;;) {
    if (workflowInfo().continueAsNewSuggested && allHandlersFinished() && desk.isIdle()) {
      await continueAsNew<typeof invoice>({ ...input, state: desk.state });
    }
    const move = nextMove(desk.state, workflowNow());
    switch (move.type) {
      case 'finish': {
        const facts = await desk.safely(() => confirmClosed({ ...input, at: workflowNow() }));
        if (facts) desk.take({ type: 'facts', facts });
        await condition(allHandlersFinished);
        // Everything that arrived during the activity is in the state by now: the case may end only if it is still
        // closed.
        if (desk.state.facts.closedAs && desk.isIdle()) return { closedAs: desk.state.facts.closedAs };
        break;
      }
      case 'plan':
        await desk.plan();
        break;
      case 'send':
        await desk.send(move.step);
        break;
      case 'wait':
        await desk.wait(move.untilAt);
        break;
      case 'rest':
        await desk.rest(move.untilAt);
        break;
    }
  }
}
