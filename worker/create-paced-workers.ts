import { type NativeConnection, Worker } from '@temporalio/worker';
import type { createActivities } from '../activities/create-activities.ts';
import type { Settings } from '../config/settings.ts';
import { dataConverterOf } from '../temporal/codec/data-converter.ts';
import { callsQueue, turnsQueue } from '../workflows/ids.ts';
import { deploymentOf } from './create-worker.ts';

/**
 * The workers for calls to Resend, whose limit applies to a whole team: Temporal hands out at most `perSecond` calls
 * per second, for all processes together. A message first takes its turn; then it is handed over and its call starts at
 * once. Calls to the local mailbox are not paced and run on the normal queue.
 */
export async function createPacedWorkers(
  settings: Settings['temporal'],
  connection: NativeConnection,
  activities: Pick<ReturnType<typeof createActivities>, 'takeTurn' | 'deliverMessage' | 'askProvider'>,
  perSecond: number,
): Promise<Worker[]> {
  const { takeTurn, deliverMessage, askProvider } = activities;
  const create = (taskQueue: string, paced: object) =>
    Worker.create({
      connection,
      namespace: settings.namespace,
      taskQueue,
      activities: paced,
      // A call must run on the build of its message's workflow: another build may have another key, and may draw
      // differently.
      ...deploymentOf(settings),
      dataConverter: dataConverterOf(settings.codecKeys),
      maxTaskQueueActivitiesPerSecond: perSecond,
      shutdownGraceTime: 10_000,
    });
  const { taskQueue } = settings;
  return Promise.all([
    create(turnsQueue(taskQueue), { takeTurn }),
    create(callsQueue(taskQueue), { deliverMessage, askProvider }),
  ]);
}
