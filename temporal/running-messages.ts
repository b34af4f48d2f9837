import { messageWorkflowId } from '../workflows/ids.ts';
import type { Dispatcher } from './dispatcher.ts';

/** Ids of a creditor's messages whose workflow runs, as Temporal's visibility knew a moment ago. */
export async function runningMessages(dispatcher: Dispatcher, slug: string): Promise<Set<string>> {
  const prefix = messageWorkflowId(slug, '');
  const query = `WorkflowType = 'message' AND ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH '${prefix}'`;
  const running = new Set<string>();
  for await (const { workflowId } of dispatcher.client.workflow.list({ query, pageSize: 1_000 }))
    running.add(workflowId.slice(prefix.length));
  return running;
}
