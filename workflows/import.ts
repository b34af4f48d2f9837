import { allHandlersFinished, condition, continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { workflowNow } from './instants.ts';
import type { ImportInput } from './messages.ts';

const MINUTE_MS = 60_000;

/** One call works for some 20 s and sends a heartbeat with every chunk; an outage of the database is waited out. */
const { importRecords } = proxyActivities<Activities>({
  startToCloseTimeout: 5 * MINUTE_MS,
  heartbeatTimeout: MINUTE_MS,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: MINUTE_MS },
});

/** Imports a stored file, slice by slice; its progress is in Postgres, so a lost worker loses nothing. */
export async function importFile(input: ImportInput): Promise<void> {
  for (;;) {
    const { done } = await importRecords({ ...input, at: workflowNow() });
    if (done) return;
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof importFile>(input);
    }
  }
}
