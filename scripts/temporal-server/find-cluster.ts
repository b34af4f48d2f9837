import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../stack/stack-error.ts';
import { buildPrograms } from './build-server.ts';
import { cachedClusterPath } from './cache-folder.ts';
import { withCacheLock } from './cache-lock.ts';

/** The programs and files of a production Temporal server on Postgres. */
export interface ClusterPrograms {
  server: string;
  /** Creates and updates the server's tables. */
  sqlTool: string;
  /** The folders with the versions of the tables. */
  schemas: { temporal: string; visibility: string };
}

const PROGRAMS = [
  { package: 'go.temporal.io/server/cmd/server', name: 'temporal-server' },
  { package: 'go.temporal.io/server/cmd/tools/sql', name: 'temporal-sql-tool' },
] as const;
const SCHEMAS = {
  'schema/postgresql/v12/temporal/versioned': 'schema-temporal',
  'schema/postgresql/v12/visibility/versioned': 'schema-visibility',
};

/**
 * The production server from the cache, built there from Go modules when it is missing. Throws a StackError that says what
 * is missing.
 */
export async function findTemporalCluster(log: (line: string) => void, signal?: AbortSignal): Promise<ClusterPrograms> {
  const folder = cachedClusterPath();
  const found = {
    server: join(folder, PROGRAMS[0].name),
    sqlTool: join(folder, PROGRAMS[1].name),
    schemas: { temporal: join(folder, 'schema-temporal'), visibility: join(folder, 'schema-visibility') },
  };
  if (existsSync(folder)) return found;
  return await withCacheLock(log, signal, async () => {
    if (existsSync(folder)) return found; // Another process made it while we waited.
    const extra = { module: 'go.temporal.io/server', files: SCHEMAS };
    const failure = await buildPrograms(folder, PROGRAMS, extra, log, signal);
    signal?.throwIfAborted();
    if (failure === null) return found;
    throw new StackError(
      [
        `A production Temporal server is not to be had (${failure}). One of these is needed:`,
        '  - Go 1.26 or newer and a way to a Go module proxy, to build it once;',
        `  - such a build of another machine put at ${folder};`,
        '  - Docker: deploy/compose runs one, and any cluster serves with TEMPORAL_ADDRESS=host:port npm start.',
      ].join('\n'),
    );
  });
}
