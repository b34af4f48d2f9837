import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { SCRIPT_LOCK } from './catalogue-adapter.ts';
import type { Database } from './client.ts';
import { migrationNames, migrationsFolder, readMigrations } from './migration-files.ts';
import { withSchemaEngine, schemaFile } from './schema-engine.ts';

// An arbitrary number, the same in every version: two processes that migrate at once take turns.
const MIGRATION_LOCK = 7_263_001;
const everything = { externalTables: [], externalEnums: [] };

/**
 * Applies the repository's migrations that the database has not had, each once, also when several processes do so at
 * the same time. Returns the names of those it applied. Throws an Error whose message says what failed and why.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const apply = (client: pg.Client) =>
    withSchemaEngine(databaseUrl, async (engine) => {
      const migrationsList = readMigrations();
      for (const migrationName of await brokenOff(client)) await engine.markMigrationRolledBack({ migrationName });
      return (await engine.applyMigrations({ migrationsList, filters: everything })).appliedMigrationNames;
    });
  try {
    return await underMigrationLock(databaseUrl, apply);
  } catch (error) {
    throw new Error(`The database could not be migrated: ${inOneLine(error)}`, { cause: error });
  }
}

/**
 * The SQL that leads from the result of the repository's migrations to `schema.prisma`; null when they agree.
 * `databaseUrl` is a throw-away database, to which the migrations are applied.
 */
export async function missingSql(databaseUrl: string): Promise<string | null> {
  await applyMigrations(databaseUrl);
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: [schemaFile()], configDir: migrationsFolder },
      to: { tag: 'schemaDatamodel', files: [schemaFile()] },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  return !stdout || /^\s*(-- This is an empty migration\.)?\s*$/.test(stdout) ? null : stdout;
}

/** Writes the migration that missingSql() finds. Returns its name; null when there is nothing to migrate. */
export async function createMigration(name: string, databaseUrl: string): Promise<string | null> {
  const sql = await missingSql(databaseUrl);
  if (sql === null) return null;
  const created = `${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}_${name}`;
  mkdirSync(join(migrationsFolder, created));
  writeFileSync(join(migrationsFolder, created, 'migration.sql'), sql);
  return created;
}

/**
 * Names of the repository's migrations that the database has not had, oldest first. Throws when it cannot be reached.
 */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const [table] = await db.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (!table?.there) return migrationNames();
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map((row) => row.name));
  return migrationNames().filter((name) => !applied.has(name));
}

/**
 * Names of migrations that were begun and not finished: their process or Postgres was killed, or they failed. Each is
 * applied entirely or not at all and marks its own end (catalogue-adapter.ts), so these left nothing behind and can be
 * run again. First waits for one that a killed process left running in Postgres.
 */
async function brokenOff(client: pg.Client): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [SCRIPT_LOCK]);
  await client.query('select pg_advisory_unlock($1)', [SCRIPT_LOCK]);
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  if (!tables[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>(
    'select distinct migration_name as name from _prisma_migrations where finished_at is null and rolled_back_at is null',
  );
  return rows.map(({ name }) => name);
}

async function underMigrationLock<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  return await withClient(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(client); // Closing the connection releases the lock.
  });
}

async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // A lost connection also fails the query under way, which reports it.
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function inOneLine(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.trim().replaceAll(/\s*\n\s*/g, ' ');
}
