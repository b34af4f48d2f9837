import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StackError } from '../stack/stack-error.ts';
import { CLUSTER_DATABASES, type ClusterStore } from './cluster-config.ts';
import type { ClusterPrograms } from './find-cluster.ts';

const run = promisify(execFile);

/** Ensures that the server's two databases exist with the tables of this server version. May be repeated. */
export async function prepareClusterStore(programs: ClusterPrograms, store: ClusterStore): Promise<void> {
  for (const name of ['temporal', 'visibility'] as const) {
    const database = CLUSTER_DATABASES[name];
    const tool = (...args: string[]) => sqlTool(programs.sqlTool, store, database, args);
    await tool('create'); // Does nothing when it exists.
    await tool('setup-schema', '-v', '0.0'); // Only the table that records the schema's version.
    await tool('update-schema', '-d', programs.schemas[name]);
  }
}

async function sqlTool(program: string, store: ClusterStore, database: string, args: string[]): Promise<void> {
  const address = ['--plugin', 'postgres12', '--ep', store.host, '-p', String(store.port), '-u', store.user];
  const env = { PATH: process.env['PATH'] ?? '', SQL_PASSWORD: store.password };
  try {
    await run(program, [...address, '--db', database, ...args], { env, timeout: 120_000 });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    const said = `${stdout}${stderr}`.trim().split('\n').slice(-2).join(' ');
    throw new StackError(`The Temporal cluster's database ${database} could not be prepared (${args[0]}): ${said}`);
  }
}
