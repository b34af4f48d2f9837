import { type NativeConnection, Worker } from '@temporalio/worker';
import type { createActivities } from '../activities/create-activities.ts';
import type { Settings } from '../config/settings.ts';
import { dataConverterOf } from '../temporal/codec/data-converter.ts';
import { callsQueue, turnsQueue } from '../workflows/ids.ts';
import { deploymentOf } from './create-worker.ts';

/**
 * The workers of the calls to Resend, whose limit holds for a whole team: Temporal hands out no more than `perSecond` in a
 * second, for all processes together. First a message takes its turn, then it is handed over and its call starts at once. The
 * local mailbox has no pace: its calls run beside everything else.
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
      // A call is made by the build that has its message: another may have another key, and draws otherwise.
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
