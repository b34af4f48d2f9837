import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { sliced } from './activity-options.ts';
import { workflowNow } from './instants.ts';
import type { ImportInput } from './messages.ts';

/** Imports a stored file, slice by slice; its progress is in Postgres, so a lost worker loses nothing. */
export async function importFile(input: ImportInput): Promise<void> {
  for (;;) {
    const { done } = await sliced.importRecords({ ...input, at: workflowNow() });
    if (done) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof importFile>(input);
  }
}
