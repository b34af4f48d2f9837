import { invoiceWorkflowId, messageWorkflowId } from '../workflows/ids.ts';
import type { Dispatcher } from './dispatcher.ts';

const ID_PREFIX = { invoice: invoiceWorkflowId, message: messageWorkflowId } as const;

type Kind = keyof typeof ID_PREFIX;

/**
 * Ids of a creditor's invoices or messages whose workflow is running, as of Temporal's visibility store, which lags a
 * moment behind.
 */
export async function runningExecutions(dispatcher: Dispatcher, kind: Kind, slug: string): Promise<Set<string>> {
  const prefixLength = ID_PREFIX[kind](slug, '').length;
  const running = new Set<string>();
  for await (const { workflowId } of dispatcher.client.workflow.list({ query: queryOf(kind, slug), pageSize: 1_000 }))
    running.add(workflowId.slice(prefixLength));
  return running;
}

/** How many such workflows are running that started before `beganBefore`. */
export async function countRunning(
  dispatcher: Dispatcher,
  kind: Kind,
  slug: string,
  beganBefore: Date,
): Promise<number> {
  const query = `${queryOf(kind, slug)} AND StartTime < '${beganBefore.toISOString()}'`;
  return (await dispatcher.client.workflow.count(query)).count;
}

const queryOf = (kind: Kind, slug: string): string =>
  `WorkflowType = '${kind}' AND ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH '${ID_PREFIX[kind](slug, '')}'`;
