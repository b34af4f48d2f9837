import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Client } from '@temporalio/client';
import { callsQueue, turnsQueue } from '../../workflows/ids.ts';

/** Starts one more worker process beside those of a stack, with these settings in addition to the stack's. */
export function startWorkerBeside(of: { env: Record<string, string>; dataDir: string }, more: object): ChildProcess {
  const args = ['scripts/child.mjs', 'worker/main.ts', of.dataDir];
  return spawn(process.execPath, args, { env: { ...of.env, ...more }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

/** Tells it to stop; returns its exit code, or the signal that ended it. */
export async function stopped(worker: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (worker.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
  return worker.signalCode ?? worker.exitCode;
}

/** Whether a worker polls for turns at the provider and for calls to it. */
export async function isPolledBy({ workflowService, options }: Client, { pid }: ChildProcess): Promise<boolean> {
  const askedBy = async (name: string) => {
    const queue = { namespace: options.namespace, taskQueue: { name }, taskQueueType: 2 };
    const { pollers } = await workflowService.describeTaskQueue(queue);
    return (pollers ?? []).some(({ identity }) => identity?.startsWith(`${pid}@`));
  };
  return (await askedBy(turnsQueue('relance'))) && (await askedBy(callsQueue('relance')));
}
