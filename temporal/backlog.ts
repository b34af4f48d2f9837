import { temporal } from '@temporalio/proto';
import type { Dispatcher } from './dispatcher.ts';

/** How many workflow tasks wait for a worker on the dispatcher's task queue, roughly, as the server counts them. */
export async function countBacklog(dispatcher: Dispatcher): Promise<number> {
  const { client, taskQueue } = dispatcher;
  const { stats } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
    reportStats: true,
  });
  return Number(stats?.approximateBacklogCount ?? 0);
}
