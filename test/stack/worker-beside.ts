import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Client } from '@temporalio/client';
import { callsQueue, turnsQueue } from '../../workflows/ids.ts';

/** One more worker process beside those of a stack, with these settings besides the stack's own. */
export function startWorkerBeside(of: { env: Record<string, string>; dataDir: string }, more: object): ChildProcess {
  const args = ['scripts/child.mjs', 'worker/main.ts', of.dataDir];
  return spawn(process.execPath, args, { env: { ...of.env, ...more }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

/** Told to stop, once it has ended: what it ended with, or the signal that ended it. */
export async function stopped(worker: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (worker.exitCode === null && worker.signalCode === null) {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
  return worker.signalCode ?? worker.exitCode;
}

/** Whether a worker asks for turns at the provider and for calls to it. */
export async function isPolledBy({ workflowService, options }: Client, { pid }: ChildProcess): Promise<boolean> {
  const askedBy = async (name: string) => {
    const queue = { namespace: options.namespace, taskQueue: { name }, taskQueueType: 2 };
    const { pollers } = await workflowService.describeTaskQueue(queue);
    return (pollers ?? []).some(({ identity }) => identity?.startsWith(`${pid}@`));
  };
  return (await askedBy(turnsQueue('relance'))) && (await askedBy(callsQueue('relance')));
}
