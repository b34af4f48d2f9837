import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Client } from '@temporalio/client';
import { parseSettings } from '../config/settings.ts';
import { createDatabase, type Database } from '../prisma/client.ts';
import { type LocalStack, type StackOptions, startLocalStack } from '../scripts/stack.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { type BareWorker, startBareWorker } from './bare/start-bare-worker.ts';
import { reportMachine } from './side-by-side.ts';

const PROFILE = new URL('./profile.mjs', import.meta.url).href;

/** A whole stack of ours and a bare worker, on the same Temporal server. */
export interface BenchStack {
  stack: LocalStack;
  db: Database;
  client: Client;
  bare: BareWorker;
  /** Calls the API with the admin's key; `path` begins after `/v1`. Throws on anything but a 2xx. */
  call: (method: string, path: string, body?: unknown) => Promise<Answered>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are whatever the API says
type Answered = any;

/** Starts a stack in a folder of its own, measures, prints the machine's load, then stops the stack and deletes the folder. */
export async function withStack(
  demoData: 'portfolio' | 'none',
  measure: (bench: BenchStack) => Promise<void>,
  more: Pick<StackOptions, 'isCluster' | 'env'> = {},
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'relance-bench-'));
  try {
    const onAccident = (sentence: string) => console.error(sentence);
    const env = { ...profiled(), ...more.env };
    const stack = await startLocalStack({ ...more, dataDir, ports: 'auto', demoData, onAccident, env });
    // An interrupted measurement leaves nothing running.
    const interrupt = () => void stack.stop().finally(() => process.exit(130));
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
    try {
      await withBare(stack, measure);
      reportMachine();
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** `-- --profile FOLDER` writes a CPU profile of every Node process there: API, mailbox, our worker and the bare one. */
function profiled(): Record<string, string> {
  const at = process.argv.indexOf('--profile');
  if (at === -1) return {};
  const folder = resolve(process.argv[at + 1] ?? '.');
  mkdirSync(folder, { recursive: true });
  return { NODE_OPTIONS: `--import=${PROFILE}`, RELANCE_PROFILE: folder };
}

async function withBare(stack: LocalStack, measure: (bench: BenchStack) => Promise<void>): Promise<void> {
  const settings = parseSettings(stack.env);
  const db = createDatabase(settings.database.url, 2);
  const client = connectTemporal(settings.temporal);
  const bare = await startBareWorker(stack.env);
  try {
    await measure({ stack, db, client, bare, call: (...request) => call(stack, ...request) });
  } finally {
    await bare.stop();
    await client.connection.close();
    await db.$disconnect();
  }
}

async function call(stack: LocalStack, method: string, path: string, body?: unknown): Promise<Answered> {
  const isCsv = typeof body === 'string';
  const response = await fetch(`${stack.apiUrl}/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${stack.demo.keys.admin}`,
      ...(body === undefined ? {} : { 'Content-Type': isCsv ? 'text/csv' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isCsv ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
