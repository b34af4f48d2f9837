import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { Settings } from '../config/settings.ts';
import { WORKFLOW_TASKS } from './backlog.ts';

type Version = NonNullable<Settings['temporal']['version']>;

const PATIENCE_MS = 60_000;
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;

/**
 * Gives all work to the workers of one build: they get every case from its next task on, including cases that have
 * slept since an older build. Waits a minute for the first of these workers to poll; throws the server's error when
 * none has by then.
 */
export async function makeCurrent(client: Client, { deploymentName, buildId }: Version): Promise<void> {
  const { namespace, identity } = client.options;
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      await client.workflowService.setWorkerDeploymentCurrentVersion({ namespace, identity, deploymentName, buildId });
      return;
    } catch (error) {
      const isNotThereYet = isGrpcServiceError(error) && [NOT_FOUND, FAILED_PRECONDITION].includes(error.code);
      if (!isNotThereYet || Date.now() > until) throw error;
      await sleep(500);
    }
  }
}

/** The build whose workers get the work of a task queue; null when workers without a version get it. */
export async function currentBuild(client: Client, taskQueue: string): Promise<Version | null> {
  const { versioningInfo } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: WORKFLOW_TASKS,
  });
  const { deploymentName, buildId } = versioningInfo?.currentDeploymentVersion ?? {};
  return deploymentName && buildId ? { deploymentName, buildId } : null;
}
