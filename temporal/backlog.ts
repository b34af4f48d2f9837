import type { Dispatcher } from './dispatcher.ts';

/** `TASK_QUEUE_TYPE_WORKFLOW` of the server's protocol; the package's enum cannot be imported by name from a module. */
export const WORKFLOW_TASKS = 1;

/**
 * When more workflow tasks than this wait for a worker, code that starts workflows in bulk waits as well, so that it
 * does not starve the first tasks of others.
 */
export const MOST_WAITING = 40;

/** About how many workflow tasks of the dispatcher's task queue wait for a worker, by the server's count. */
export async function countBacklog(dispatcher: Dispatcher): Promise<number> {
  const { client, taskQueue } = dispatcher;
  const { stats } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: WORKFLOW_TASKS,
    reportStats: true,
  });
  return Number(stats?.approximateBacklogCount ?? 0);
}
