import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { OffsetWorkflowClient } from './offset-client.ts';

/** What it takes to start and to signal workflows. */
export interface Dispatcher {
  client: Client;
  taskQueue: string;
  /** True when the stack runs with its demonstration clock: executions start on their caller's instant. */
  demoClock: boolean;
  /** Where executions start in bulk: how long the next one's first task is to wait for a worker. */
  startDelayMs?: () => number;
}

export interface Start {
  workflowId: string;
  /** The workflow's type: the name of its exported function. */
  type: string;
  input: unknown;
  /** The caller's instant, which the new execution's clock goes on from. */
  at: Date;
  /** One line for the Temporal UI; names nobody. */
  summary: string;
  searchAttributes?: SearchAttributePair[];
  /** The first task waits so long for a worker, unless news comes in first. */
  startDelayMs?: number;
}

/** Starts an execution, or leaves the one that runs under this id alone. Answers whether it was already there. */
export async function startExecution(dispatcher: Dispatcher, start: Start): Promise<void> {
  const { connection, options } = dispatcher.client;
  const offsetMs = dispatcher.demoClock ? Math.max(0, start.at.getTime() - Date.now()) : 0;
  const startDelayMs = start.startDelayMs ?? dispatcher.startDelayMs?.();
  const workflows = new OffsetWorkflowClient(
    { connection, namespace: options.namespace, dataConverter: options.loadedDataConverter },
    offsetMs,
    startDelayMs,
  );
  await workflows.start(start.type, {
    workflowId: start.workflowId,
    taskQueue: dispatcher.taskQueue,
    args: [start.input],
    staticSummary: start.summary,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    ...(start.searchAttributes ? { typedSearchAttributes: start.searchAttributes } : {}),
    ...(startDelayMs ? { startDelay: startDelayMs } : {}),
  });
}
