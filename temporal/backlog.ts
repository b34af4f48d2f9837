import type { Dispatcher } from './dispatcher.ts';

/** `TASK_QUEUE_TYPE_WORKFLOW` of the server's protocol; the package's enum cannot be imported by name from a module. */
export const WORKFLOW_TASKS = 1;

/** More workflow tasks than this waiting for a worker, and whoever starts in bulk waits too: bulk starts starve first tasks. */
export const MOST_WAITING = 40;

/** How many workflow tasks wait for a worker on the dispatcher's task queue, roughly, as the server counts them. */
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
