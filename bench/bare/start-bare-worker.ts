import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BareNews } from './messages.ts';

const CHILD = fileURLToPath(new URL('../../scripts/child.mjs', import.meta.url));

/** A running bare worker. */
export interface BareWorker {
  pid: number;
  /** Resolves with the next instant planned by this life; null at the end of its ladder. */
  nextPlan(workflowId: string): Promise<string | null>;
  stop(): Promise<void>;
}

/** Starts a bare worker in a process of its own, as ours is; resolves once it polls. `least`: its activities do something. */
export async function startBareWorker(env: Record<string, string>, ...how: ['least'] | []): Promise<BareWorker> {
  const child = spawn(process.execPath, [CHILD, 'bench/bare/worker.ts', ...how], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await ready(child);
  const unread = new Map<string, (string | null)[]>();
  const waiting = new Map<string, (dueAt: string | null) => void>();
  child.on('message', ({ workflowId, dueAt }: BareNews) => {
    const reader = waiting.get(workflowId);
    waiting.delete(workflowId);
    if (reader) reader(dueAt);
    else unread.set(workflowId, [...(unread.get(workflowId) ?? []), dueAt]);
  });
  return {
    pid: child.pid!,
    nextPlan: (workflowId) =>
      new Promise((resolve) => {
        const dueAt = unread.get(workflowId)?.shift();
        if (dueAt === undefined) waiting.set(workflowId, resolve);
        else resolve(dueAt);
      }),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the bare worker ended with ${String(code)}`)));
  });
}
