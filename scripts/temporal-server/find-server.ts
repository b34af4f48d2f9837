import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { StackError } from '../stack/stack-error.ts';
import { buildServer } from './build-server.ts';
import { cachedServerPath, OLDEST_SERVER } from './cache-folder.ts';
import { downloadServer } from './download-server.ts';
import { withCacheLock } from './cache-lock.ts';

const run = promisify(execFile);

/**
 * The path of a `temporal` program whose server can skip time: the one on PATH, otherwise the cached one, one downloaded
 * from Temporal, or one built from Go modules. Throws a StackError that names all these ways when there is none.
 */
export async function findTemporalServer(log: (line: string) => void, signal?: AbortSignal): Promise<string> {
  if (await isRecentEnough('temporal')) return 'temporal';
  const cached = cachedServerPath();
  if (await isRecentEnough(cached)) return cached;
  return await withCacheLock(log, signal, async () => {
    if (await isRecentEnough(cached)) return cached; // Another process got it while we waited.
    const failures: string[] = [];
    for (const get of [downloadServer, buildServer]) {
      const failure = await get(cached, log, signal);
      signal?.throwIfAborted();
      if (failure === null && (await isRecentEnough(cached))) return cached;
      failures.push(failure ?? 'what came is older than 1.32');
      if (get === downloadServer) log(`The Temporal server was not downloaded: ${failures.join()}.`);
    }
    throw new StackError(noServer(failures));
  });
}

async function isRecentEnough(program: string): Promise<boolean> {
  if (program.includes('/') && !existsSync(program)) return false;
  try {
    const { stdout } = await run(program, ['--version'], { timeout: 20_000 });
    const [, major, minor] = /Server (\d+)\.(\d+)/.exec(stdout) ?? [];
    return (
      Number(major) > OLDEST_SERVER.major ||
      (Number(major) === OLDEST_SERVER.major && Number(minor) >= OLDEST_SERVER.minor)
    );
  } catch {
    return false;
  }
}

function noServer([download, build]: string[]): string {
  return [
    'No Temporal server 1.32 or newer is to be had. One of these is needed:',
    '  - TEMPORAL_ADDRESS=host:port of a server that runs;',
    '  - a `temporal` program on PATH whose --version says Server 1.32 or newer;',
    `  - a way to https://temporal.download (${download});`,
    `  - Go 1.26 or newer, to build it once (${build});`,
    `  - or such a program put at ${cachedServerPath()}.`,
  ].join('\n');
}
