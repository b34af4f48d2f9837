import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { parseSettings } from '../../config/settings.ts';
import { temporalConnectionOptions } from '../../config/temporal-connection.ts';
import type { PartSpec } from './child.ts';

const childScript = fileURLToPath(new URL('../child.mjs', import.meta.url));

export interface NodePartOptions {
  dataDir: string;
  /** The settings, as its environment. */
  env: Record<string, string>;
  /** The number of a second or further process. */
  copy?: number;
}

/** The local mailbox, which receives the mails that would leave. */
export const mailboxPart = (options: NodePartOptions): PartSpec => ({
  ...nodePart('mailbox', 'scripts/mailbox/main.ts', options),
  isReady: () => answers(`${options.env['MAILBOX_URL']}/messages?limit=1`),
});

/** The codec server, which lets the Temporal UI show what Temporal stores encrypted. */
export const codecPart = (options: NodePartOptions): PartSpec => ({
  ...nodePart('codec', 'scripts/codec-server/main.ts', options),
  isReady: () => isListening(`http://127.0.0.1:${options.env['CODEC_PORT']}`),
});

/** The API with the console. */
export const apiPart = (options: NodePartOptions): PartSpec => ({
  ...nodePart('api', 'api/main.ts', options),
  isReady: () => answers(`http://127.0.0.1:${options.env['API_PORT']}/readyz`),
});

/** The Temporal worker. */
export const workerPart = (options: NodePartOptions): PartSpec => ({
  ...nodePart('worker', 'worker/main.ts', options),
  isReady: (startedAt) => isPolled(options.env, startedAt),
});

function nodePart(part: string, entry: string, { dataDir, env, copy }: NodePartOptions): Omit<PartSpec, 'isReady'> {
  const name = copy === undefined ? part : `${part}-${copy}`;
  return {
    name,
    command: process.execPath,
    // The data folder tells the processes of two stacks apart in a process list.
    args: ['--enable-source-maps', childScript, entry, dataDir],
    env,
    logFile: join(dataDir, 'logs', `${name}.log`),
    noticesOurDeath: true,
    stopSignal: 'SIGTERM',
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  await response.arrayBuffer();
  return response.ok;
}

/** Whether it answers at all: without a token it says nothing else. */
async function isListening(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  await response.arrayBuffer();
  return true;
}

/** Whether a worker has asked for work since `startedAt`: only the Temporal server knows whether a worker is ready. */
async function isPolled(env: Record<string, string>, startedAt: Date): Promise<boolean> {
  const { temporal } = parseSettings(env);
  const connection = await Connection.connect({ ...temporalConnectionOptions(temporal), connectTimeout: 2_000 });
  try {
    const queue = { namespace: temporal.namespace, taskQueue: { name: temporal.taskQueue }, taskQueueType: 1 };
    const { pollers } = await connection.workflowService.describeTaskQueue(queue);
    return (pollers ?? []).some(
      ({ lastAccessTime }) => lastAccessTime && tsToMs(lastAccessTime) >= startedAt.getTime(),
    );
  } finally {
    await connection.close();
  }
}
