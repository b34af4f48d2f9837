import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { createActivities } from '../activities/create-activities.ts';
import type { Settings } from '../config/settings.ts';
import { TemporalAway, temporalConnectionOptions } from '../config/temporal-connection.ts';
import { dataConverterOf } from '../temporal/codec/data-converter.ts';
import { sharedByExecutions } from './bundled-once.ts';
import { workflowSource } from './workflow-source.ts';

/** A sleeping workflow in the cache costs 80 KiB; an evicted one is restored in 50 ms. */
const MOST_CACHED_WORKFLOWS = 500;

/** Creates one worker of the task queue: workflows in the sandbox, activities in this process. */
export async function createWorker(
  settings: Settings['temporal'],
  activities: ReturnType<typeof createActivities>,
  options: Partial<WorkerOptions> = {},
): Promise<{ worker: Worker; connection: NativeConnection }> {
  const { namespace, taskQueue } = settings;
  const connection = await connect(settings);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    ...(options.workflowsPath
      ? { bundlerOptions: sharedByExecutions(options.workflowsPath) }
      : { workflowBundle: await workflowSource(settings.codecKeys.length > 0) }),
    activities,
    ...deploymentOf(settings),
    dataConverter: dataConverterOf(settings.codecKeys),
    maxCachedWorkflows: MOST_CACHED_WORKFLOWS,
    // After a kill -9, another worker takes over the cached workflows this soon.
    stickyQueueScheduleToStartTimeout: 5_000,
    shutdownGraceTime: 10_000,
    ...options,
  });
  return { worker, connection };
}

async function connect(settings: Settings['temporal']): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect(temporalConnectionOptions(settings));
  } catch (error) {
    throw new TemporalAway(settings, error);
  }
}

/**
 * Every execution continues with the current release: a case sleeps for months, and nobody keeps workers of every
 * release running for it. `patched()` and the replay of recorded histories guard against releases that would break
 * running cases.
 */
export const deploymentOf = ({ version }: Pick<Settings['temporal'], 'version'>) =>
  version
    ? {
        workerDeploymentOptions: {
          version,
          useWorkerVersioning: true as const,
          defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
        },
      }
    : {};
