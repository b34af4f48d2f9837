import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { OffsetWorkflowClient } from './offset-client.ts';

/** What is needed to start and to signal workflows. */
export interface Dispatcher {
  client: Client;
  taskQueue: string;
  /** True when the stack runs with its demonstration clock: executions start at their caller's instant. */
  demoClock: boolean;
  /** Set for bulk starts: returns how long (ms) the first task of the next execution has to wait for a worker. */
  startDelayMs?: () => number;
}

export interface Start {
  workflowId: string;
  /** The workflow's type: the name of its exported function. */
  type: string;
  input: unknown;
  /** The caller's instant, from which the new execution's clock goes on. */
  at: Date;
  /** One line for the Temporal UI; contains no names. */
  summary: string;
  searchAttributes?: SearchAttributePair[];
  /** How long (ms) the first task waits for a worker, unless a signal arrives first. */
  startDelayMs?: number;
}

/** Starts an execution; when one with this id is already running, that one goes on unchanged. */
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
