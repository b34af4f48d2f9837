import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { sliced } from './activity-options.ts';
import { workflowNow } from './instants.ts';
import type { RunInput } from './messages.ts';

/**
 * A run: one reminder of one level for each of many invoices, now. Reserves their messages slice by slice; each message
 * leaves through its own workflow. Progress is in Postgres, so a lost worker loses nothing and sends nothing twice.
 */
export async function run(input: RunInput): Promise<void> {
  for (;;) {
    const { done } = await sliced.takeRun({ ...input, at: workflowNow() });
    if (done) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof run>(input);
  }
}
