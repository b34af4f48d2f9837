import { v7 as uuidv7 } from 'uuid';
import { type Dispatcher, startExecution } from '../../temporal/dispatcher.ts';
import { reconciliationWorkflowId } from '../../workflows/ids.ts';
import type { EndpointRequest } from './endpoint.ts';

/** The creditor whose cases are reconciled. */
export interface Reconciled {
  creditorId: string;
  slug: string;
}

/**
 * Starts a reconciliation of the creditor's cases at once, so that those that a change concerns are told and planned
 * again without waiting for the scheduled one.
 */
export async function reconcileNow({ auth, context, at }: EndpointRequest, summary: string): Promise<void> {
  await startReconciliation(context.dispatcher, auth, at, summary);
}

export async function startReconciliation(
  dispatcher: Dispatcher,
  { creditorId, slug }: Reconciled,
  at: Date,
  summary: string,
): Promise<void> {
  await startExecution(dispatcher, {
    workflowId: reconciliationWorkflowId(slug, uuidv7()),
    type: 'reconciliation',
    input: { creditorId },
    at,
    summary,
  });
}
