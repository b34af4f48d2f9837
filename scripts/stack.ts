import { resolve } from 'node:path';
import { applyMigrations } from '../prisma/migrate.ts';
import type { StackProcess } from './stack/child.ts';
import { childEnvironment, type StackSettings } from './stack/child-environment.ts';
import { startCopies } from './stack/copies.ts';
import { prepareDataFolder } from './stack/data-folder.ts';
import { type Demo, removeDemoFile, writeDemoFile } from './stack/demo-file.ts';
import { KeepAlive } from './stack/keep-alive.ts';
import { PartRunner } from './stack/part-runner.ts';
import { partSpecs, type StackPart, stackParts } from './stack/parts.ts';
import { freePorts, type Ports, portsOf, requireFreePorts } from './stack/ports.ts';
import { ProcessList } from './stack/process-list.ts';
import { type DemoKeys, secretsOf } from './stack/secrets.ts';
import { StackError } from './stack/stack-error.ts';
import { refuseLiveCreditors } from './stack/foreign-database.ts';
import { prepareSearchAttributes } from './stack/foreign-temporal.ts';
import { seed } from './seed.ts';
import { startSeededCases } from './seed/start-seeded-cases.ts';

export type { Demo, DemoKeys, StackPart, StackProcess };

export interface StackOptions {
  /** Where everything is stored; created when absent. */
  dataDir: string;
  ports: 'auto' | Ports;
  demoData: 'portfolio' | 'none';
  /** The parts to start, all by default. The database is migrated when it is there, and seeded with the API or the worker. */
  parts?: StackPart[];
  /** Uses a production Temporal server on the stack's Postgres instead of the development server with its file and web UI. */
  isCluster?: boolean;
  /** For tests: the data is not needed once the stack has stopped, so it need not survive a crash of the machine. */
  isThrownAway?: boolean;
  /** For tests: additional dynamic configuration of the development server, as JSON values. */
  temporalConfig?: Readonly<Record<string, string>>;
  /** How many processes of each; one by default. */
  processes?: { api?: number; worker?: number };
  /** More settings for worker, API and mailbox. DATABASE_URL or TEMPORAL_ADDRESS here replaces the local one. */
  env?: Record<string, string>;
  log?: (line: string) => void;
  /** Starts a part again when it dies unexpectedly; `onAccident` is then only called when it keeps dying. */
  isKeptAlive?: boolean;
  /** Called with a sentence when a part dies unexpectedly. The stack does not stop by itself. */
  onAccident?: (sentence: string) => void;
  /** Gives up starting: stops the parts that already run and rejects the promise. */
  signal?: AbortSignal;
}

export interface LocalStack {
  databaseUrl: string;
  temporalAddress: string;
  temporalUiUrl: string;
  apiUrl: string;
  mailboxUrl: string;
  demo: Demo;
  /** The settings that the children run with, for processes that a test starts besides. */
  env: Record<string, string>;
  /** The parts that were started. */
  processes: Partial<Record<StackPart, StackProcess>>;
  /** The addresses of all APIs; the first is `apiUrl`. */
  apiUrls: string[];
  /** The second and further processes, workers first. */
  copies: StackProcess[];
  /** Stops everything, last started first. */
  stop(): Promise<void>;
}

/**
 * Starts Relance on this machine: Postgres, Temporal, mailbox, worker and API, or those of them that are wanted. Resolves
 * when all of them answer; otherwise stops what runs and throws a StackError with a message that says what to do.
 */
export async function startLocalStack(options: StackOptions): Promise<LocalStack> {
  const log = options.log ?? (() => undefined);
  const dataDir = resolve(options.dataDir);
  prepareDataFolder(dataDir);
  const processList = new ProcessList(dataDir);
  await processList.take(log);
  const onAccident = options.onAccident ?? log;
  const keepAlive = options.isKeptAlive ? new KeepAlive({ log, onGivenUp: onAccident }) : null;
  const runner = new PartRunner(processList, { log, onAccident, keepAlive });
  const stop = async () => {
    removeDemoFile(dataDir);
    await runner.stopAll();
    processList.release();
  };
  try {
    return await untilAborted(options.signal, bringUp({ ...options, dataDir, log }, runner, stop));
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  options: StackOptions & { log: (line: string) => void },
  runner: PartRunner,
  stop: () => Promise<void>,
): Promise<LocalStack> {
  const { dataDir, log, demoData, env: foreign = {} } = options;
  const wanted = stackParts.filter((part) => (options.parts ?? stackParts).includes(part) && !isForeign(part, foreign));
  if (foreign['DATABASE_URL']) await refuseLiveCreditors(foreign['DATABASE_URL']);
  const ports = options.ports === 'auto' ? await freePorts() : options.ports;
  await requireFreePorts(ports, portsOf(wanted));
  removeDemoFile(dataDir);
  const settings: StackSettings = { dataDir, ports, secrets: secretsOf(dataDir), foreign };
  const env = childEnvironment(settings);
  const { isCluster = false, isThrownAway = false, temporalConfig = {}, signal } = options;
  const specs = partSpecs({ ...settings, env, log, isCluster, isThrownAway, temporalConfig, signal });
  const start = async (...parts: StackPart[]) =>
    await Promise.all(
      parts.filter((part) => wanted.includes(part)).map(async (part) => await runner.start(part, specs[part])),
    );

  if (isCluster) await start('postgres'); // The cluster keeps its tables there.
  await start(...(isCluster ? (['temporal'] as const) : (['postgres', 'temporal'] as const)));
  if (wanted.includes('postgres') || foreign['DATABASE_URL']) {
    await runner.doing('Migrating the database', migrate(env['DATABASE_URL'] ?? '', log));
  }
  if (isCluster || foreign['TEMPORAL_ADDRESS']) await prepareSearchAttributes(env, log);
  if (wanted.includes('api') || wanted.includes('worker'))
    await runner.doing('Preparing the data', seed(env['DATABASE_URL'] ?? '', demoData, settings.secrets.keys, log));
  await start('codec', 'mailbox', 'worker', 'api');
  const furtherUrls = await startCopies(runner, wanted, { dataDir, env, ports }, options.processes ?? {});
  if (wanted.includes('worker') && demoData === 'portfolio')
    await runner.doing('Starting the workflows of the invoices', startSeededCases(env));

  const demo = demoOf(env, settings);
  if (wanted.includes('api')) writeDemoFile(dataDir, demo);
  return {
    databaseUrl: env['DATABASE_URL'] ?? '',
    temporalAddress: env['TEMPORAL_ADDRESS'] ?? '',
    temporalUiUrl: demo.temporal_ui_url,
    apiUrl: demo.api_url,
    mailboxUrl: demo.mailbox_url,
    demo,
    env,
    processes: runner.processes,
    apiUrls: [demo.api_url, ...furtherUrls],
    copies: runner.copies,
    stop,
  };
}

async function migrate(databaseUrl: string, log: (line: string) => void): Promise<void> {
  try {
    const applied = await applyMigrations(databaseUrl);
    if (applied.length > 0) log(`Migrations applied: ${applied.join(', ')}`);
  } catch (error) {
    throw new StackError((error as Error).message, { cause: error });
  }
}

const demoOf = (env: Record<string, string>, { secrets }: StackSettings): Demo => ({
  api_url: env['PUBLIC_URL'] ?? '',
  console_url: env['PUBLIC_URL'] ?? '',
  mailbox_url: env['MAILBOX_URL'] ?? '',
  temporal_ui_url: env['TEMPORAL_UI_URL'] ?? '',
  keys: secrets.keys,
  webhook_secrets: { payments: secrets.paymentsWebhookSecret },
});

/**
 * Whether a part is not started because the environment names another one, or because it is not needed: the codec server
 * serves our own UI, and only when there are keys.
 */
const isForeign = (part: StackPart, foreign: Record<string, string>) =>
  (part === 'postgres' && Boolean(foreign['DATABASE_URL'])) ||
  (part === 'temporal' && Boolean(foreign['TEMPORAL_ADDRESS'])) ||
  (part === 'codec' && (Boolean(foreign['TEMPORAL_ADDRESS']) || !foreign['TEMPORAL_CODEC_KEYS']));

function untilAborted<Result>(signal: AbortSignal | undefined, work: Promise<Result>): Promise<Result> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
