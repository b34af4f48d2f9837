import { importWorkflowId } from '../workflows/ids.ts';
import type { ImportInput } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/** Starts the workflow of a stored import; one that is running is left alone. */
export async function startImport(
  dispatcher: Dispatcher,
  of: { creditorId: string; slug: string; importId: string; kind: string },
  at: Date,
): Promise<void> {
  const input: ImportInput = { creditorId: of.creditorId, importId: of.importId };
  await startExecution(dispatcher, {
    workflowId: importWorkflowId(of.slug, of.importId),
    type: 'importFile',
    input,
    at,
    summary: `Import · ${of.kind}`,
  });
}
