import { homedir } from 'node:os';
import { join } from 'node:path';

/** The server's version that the go.mod beside this file builds, and the oldest one that can skip the time of one workflow. */
const SERVER_VERSION = '1.32.1';
export const OLDEST_SERVER = { major: 1, minor: 32 };

/**
 * The folder for what takes minutes to get, shared by all checkouts of this user: `RELANCE_CACHE`, otherwise the user's
 * cache.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['RELANCE_CACHE']) return env['RELANCE_CACHE'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'relance');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'relance');
}

/** The path of the cached server, whether or not it exists. */
export function cachedServerPath(): string {
  const name = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
  return join(cacheFolder(), `temporal-server-${SERVER_VERSION}-${process.platform}-${process.arch}`, name);
}

/** The folder of a cached production server, whether or not it exists. */
export function cachedClusterPath(): string {
  return join(cacheFolder(), `temporal-cluster-${SERVER_VERSION}-${process.platform}-${process.arch}`);
}
