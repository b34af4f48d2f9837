import { allHandlersFinished, condition, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { workflowNow } from './instants.ts';
import type { RunInput } from './messages.ts';

const MINUTE_MS = 60_000;

/**
 * One call works for some 20 s and sends a heartbeat with every few customers; an outage of the database is waited out.
 */
const { takeRun } = proxyActivities<Activities>({
  startToCloseTimeout: 5 * MINUTE_MS,
  heartbeatTimeout: MINUTE_MS,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: MINUTE_MS },
});

/**
 * A run: one reminder of one level for each of many invoices, now. Reserves their messages slice by slice; each message
 * leaves through its own workflow. Progress is in Postgres, so a lost worker loses nothing and sends nothing twice.
 */
export async function run(input: RunInput): Promise<void> {
  for (;;) {
    const { done } = await takeRun({ ...input, at: workflowNow() });
    if (done) return;
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof run>(input);
    }
  }
}
