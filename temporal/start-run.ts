import { runWorkflowId } from '../workflows/ids.ts';
import type { RunInput } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/** Starts the workflow of a stored run; one that is running is left alone. */
export async function startRun(
  dispatcher: Dispatcher,
  of: { creditorId: string; slug: string; runId: string; level: number; mode: string; dryRun: boolean },
  at: Date,
): Promise<void> {
  const input: RunInput = { creditorId: of.creditorId, runId: of.runId };
  await startExecution(dispatcher, {
    workflowId: runWorkflowId(of.slug, of.runId),
    type: 'run',
    input,
    at,
    summary: `${of.dryRun ? 'Essai de campagne' : 'Campagne'} R${of.level} · ${of.mode}`,
  });
}
