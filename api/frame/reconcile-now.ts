import { v7 as uuidv7 } from 'uuid';
import { startExecution } from '../../temporal/dispatcher.ts';
import { reconciliationWorkflowId } from '../../workflows/ids.ts';
import type { EndpointRequest } from './endpoint.ts';

/** Has every open case that a change concerns told of it and planned anew, without waiting for the reconciliation's next minute. */
export async function reconcileNow({ auth, context, at }: EndpointRequest, summary: string): Promise<void> {
  await startExecution(context.dispatcher, {
    workflowId: reconciliationWorkflowId(auth.slug, uuidv7()),
    type: 'reconciliation',
    input: { creditorId: auth.creditorId },
    at,
    summary,
  });
}
