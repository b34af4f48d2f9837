import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalStack, type StackPart, type StackProcess, startLocalStack } from '../../../scripts/stack.ts';
import { freePorts } from '../../../scripts/stack/ports.ts';
import { type PostgresProxy, startPostgresProxy } from './postgres-proxy.ts';
import { type ProviderProxy, startProviderProxy } from './provider-proxy.ts';

export interface ChaosStackOptions {
  /** A TCP proxy between Postgres and whoever uses it. */
  postgresProxy?: boolean;
  /** How many processes of each; one unless told. */
  processes?: { api: number; worker: number };
}

/** A whole stack of its own, with what breaks it. */
export interface ChaosStack extends LocalStack {
  dataDir: string;
  /** Postgres itself, past any proxy: for the judge. */
  directDatabaseUrl: string;
  provider: ProviderProxy;
  /** Only when it was asked for. */
  postgres: PostgresProxy | null;
  part(name: StackPart): StackProcess;
  /** All workers, or all APIs: the first is the part. */
  all(name: 'api' | 'worker'): StackProcess[];
  /** Parts that ended although nobody killed them, each a sentence with the end of its log. */
  accidents: string[];
  /** Stops everything and takes its folder away; `keep` leaves the folder with its logs. */
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
  // Killed parts are meant to be killed: only what says why a start failed is of interest, and that is thrown.
  const base = postgresProxy
    ? await startLocalStack({ ...common, dataDir: join(dataDir, 'postgres-only'), parts: ['postgres'] })
    : null;
  const proxy = postgresProxy ? await startPostgresProxy(ports.postgres) : null;
  const through = base && proxy ? { DATABASE_URL: withPort(base.databaseUrl, proxy.port) } : {};
  // Room for many transactions that are held at a point of the protocol at once.
  const env = { MAILBOX_URL: provider.url, DATABASE_POOL_SIZE: '40', ...through };
  const accidents: string[] = [];
  let processes: LocalStack['processes'] = {};
  // As whoever runs it in earnest does: on a busy machine a Temporal server may give up its own start.
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
    // Past the proxy: what stands in the ledger can be read whatever happens on the way to it.
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
