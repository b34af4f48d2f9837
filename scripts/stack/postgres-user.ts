import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StackError } from './stack-error.ts';
import { dirname } from 'node:path';

/** How Postgres is started as another user than root, as which it refuses to run. */
export interface ServerUser {
  /** The user and group to spawn with, when these are enough. */
  ids?: { uid: number; gid: number };
  /** The owner that the data folder must have. */
  owner?: { uid: number; gid: number };
  /** Words before the command, when the ids alone would not let it reach its files. */
  prefix: string[];
}

/** Chooses the user that Postgres runs as: ourselves, unless we are root. `paths` are what it must be able to reach. */
export function chooseServerUser(paths: string[]): ServerUser {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const ids = findUser('postgres') ?? findUser('nobody');
  if (!ids)
    throw new StackError(
      'Postgres refuses to run as root and there is no user "postgres" or "nobody": start Relance as an ordinary user.',
    );
  if (paths.every((path) => canReach(dirname(path), ids))) return { ids, owner: ids, prefix: [] };
  const prefix = passingThrough(ids);
  const [command, ...args] = [...prefix, 'test', '-x', dirname(paths[0] ?? '/')];
  if (spawnSync(command, args).status === 0) return { owner: ids, prefix };
  throw new StackError(
    'Postgres refuses to run as root, and another user cannot reach this folder: move the checkout out of /root, set RELANCE_DATA to a folder that others may enter, or start Relance as an ordinary user.',
  );
}

/**
 * Runs as the other user, with the one privilege of root that lets it into a checkout under /root. The secure bit makes
 * access(2) count that privilege; Postgres uses access(2) to check its own program.
 */
function passingThrough({ uid, gid }: { uid: number; gid: number }): string[] {
  const user = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const privilege = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return ['setpriv', ...privilege, ...user];
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function canReach(folder: string, ids: { uid: number; gid: number }): boolean {
  return spawnSync('test', ['-x', folder], ids).status === 0;
}
