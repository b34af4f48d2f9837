import { homedir } from 'node:os';
import { join } from 'node:path';

/** The server's version that the go.mod beside this file builds, and the oldest that skips the time of one workflow. */
const SERVER_VERSION = '1.32.1';
export const OLDEST_SERVER = { major: 1, minor: 32 };

/** Where what took minutes to get is kept, for every checkout of this user: `RELANCE_CACHE`, else the user's cache. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['RELANCE_CACHE']) return env['RELANCE_CACHE'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'relance');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'relance');
}

/** The cached server's path, there or not. */
export function cachedServerPath(): string {
  const name = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
  return join(cacheFolder(), `temporal-server-${SERVER_VERSION}-${process.platform}-${process.arch}`, name);
}

/** The cached folder of a production server, there or not. */
export function cachedClusterPath(): string {
  return join(cacheFolder(), `temporal-cluster-${SERVER_VERSION}-${process.platform}-${process.arch}`);
}
