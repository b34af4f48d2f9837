import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalStack, type StackPart, type StackProcess, startLocalStack } from '../../../scripts/stack.ts';
import { freePorts } from '../../../scripts/stack/ports.ts';
import { type PostgresProxy, startPostgresProxy } from './postgres-proxy.ts';
import { type ProviderProxy, startProviderProxy } from './provider-proxy.ts';

export interface ChaosStackOptions {
  /** A TCP proxy between Postgres and its clients. */
  postgresProxy?: boolean;
  /** How many processes of each part; default one. */
  processes?: { api: number; worker: number };
}

/** A whole stack of its own, and the means to break it. */
export interface ChaosStack extends LocalStack {
  dataDir: string;
  /** Postgres itself, without any proxy: for the judge. */
  directDatabaseUrl: string;
  provider: ProviderProxy;
  /** Only when a proxy was asked for. */
  postgres: PostgresProxy | null;
  part(name: StackPart): StackProcess;
  /** All workers, or all APIs. `part` is the first of them. */
  all(name: 'api' | 'worker'): StackProcess[];
  /** Parts that ended although the test did not kill them, each a sentence with the end of its log. */
  accidents: string[];
  /** Stops everything and removes its folder; `keep` leaves the folder with its logs. */
  end(keep?: boolean): Promise<void>;
}

export async function startChaosStack({
  postgresProxy = false,
  processes: wanted = { api: 1, worker: 1 },
}: ChaosStackOptions = {}): Promise<ChaosStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'relance-chaos-'));
  const ports = await freePorts();
  const provider = await startProviderProxy(ports.mailbox);
  const common = { ports, demoData: 'none' as const };
  // Parts are killed on purpose: only the reason of a failed start matters, and that is thrown.
  const base = postgresProxy
    ? await startLocalStack({ ...common, dataDir: join(dataDir, 'postgres-only'), parts: ['postgres'] })
    : null;
  const proxy = postgresProxy ? await startPostgresProxy(ports.postgres) : null;
  const through = base && proxy ? { DATABASE_URL: withPort(base.databaseUrl, proxy.port) } : {};
  // Room for many transactions that are held at a point of the protocol at the same time.
  const env = { MAILBOX_URL: provider.url, DATABASE_POOL_SIZE: '40', ...through };
  const accidents: string[] = [];
  let processes: LocalStack['processes'] = {};
  // As in production: on a busy machine a Temporal server may give up its own start.
  const onAccident = (sentence: string) => {
    accidents.push(sentence);
    if (sentence.startsWith('temporal ')) void processes.temporal?.restart().catch(() => undefined);
  };
  const stack = await startLocalStack({ ...common, dataDir, env, processes: wanted, onAccident });
  processes = { ...stack.processes, ...base?.processes };
  return {
    ...stack,
    dataDir,
    processes,
    // Without the proxy: the ledger can be read whatever happens on the way to the mailbox.
    mailboxUrl: `http://127.0.0.1:${ports.mailbox}`,
    directDatabaseUrl: base?.databaseUrl ?? stack.databaseUrl,
    provider,
    postgres: proxy,
    part: (name) => processes[name]!,
    all: (name) => [processes[name]!, ...stack.copies.filter((copy) => copy.name.startsWith(`${name}-`))],
    accidents,
    async end(keep = false) {
      await stack.stop();
      await proxy?.close();
      await base?.stop();
      await provider.goAway().catch(() => undefined);
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function withPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}
