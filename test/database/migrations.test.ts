import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createDatabase } from '../../prisma/client.ts';
import { applyMigrations, missingSql, pendingMigrations } from '../../prisma/migrate.ts';
import { migrationNames } from '../../prisma/migration-files.ts';

const NAME = 'relance_migrations_test';
let databaseUrl: string;

async function onServer(sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  const { rowCount } = await client.query(sql);
  await client.end();
  return rowCount ?? 0;
}

/** How many sessions of the database wait for this event; `answer` is selected for each. */
const waiting = (event: 'transactionid' | 'advisory', answer = '1') =>
  onServer(`select ${answer} from pg_stat_activity where datname = '${NAME}' and wait_event = '${event}'`);

async function inDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Starts to migrate, and ends the first script in the middle, as when Postgres is stopped. Returns what migrating printed. */
async function breakOffTheFirst(): Promise<string> {
  return inDatabase(async (client) => {
    await client.query('begin; create table settings (id int)'); // The script waits to know whether this name is taken.
    const migrating = applyMigrations(databaseUrl).then(
      () => 'applied',
      (error: unknown) => String(error),
    );
    await expect.poll(() => waiting('transactionid', 'pg_terminate_backend(pid)')).toBe(1);
    await client.query('rollback');
    return migrating;
  });
}

async function pending(): Promise<string[]> {
  const db = createDatabase(databaseUrl, 1);
  try {
    return await pendingMigrations(db);
  } finally {
    await db.$disconnect();
  }
}

beforeEach(async () => {
  await onServer(`drop database if exists ${NAME} with (force)`);
  await onServer(`create database ${NAME}`);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${NAME}`;
  databaseUrl = url.href;
});
afterEach(async () => void (await onServer(`drop database if exists ${NAME} with (force)`)));

describe('The migrations', () => {
  test('are all pending on an empty database, and none is once they are applied', async () => {
    expect(await pending()).toEqual(migrationNames());
    expect(await applyMigrations(databaseUrl)).toEqual(migrationNames());
    expect(await pending()).toEqual([]);
    expect(await applyMigrations(databaseUrl)).toEqual([]);
  });

  test('are applied once each when three processes start at the same time', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(databaseUrl)));
    expect(applied.flat()).toEqual(migrationNames());
    expect(await pending()).toEqual([]);
  });

  test('make what the schema says, and nothing else', async () => {
    expect(await missingSql(databaseUrl)).toBeNull();
  });

  test('a database that lacks something is told apart: the SQL that would add it is given', async () => {
    await applyMigrations(databaseUrl);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('alter table creditors drop column name');
    await client.end();
    expect(await missingSql(databaseUrl)).toMatch(/ALTER TABLE "creditors" ADD COLUMN\s+"name"/);
  });

  test('that were broken off in the middle are applied by the next who starts', async () => {
    expect(await breakOffTheFirst()).toMatch(/could not be migrated/);
    expect(await pending()).toEqual(migrationNames());
    expect(await applyMigrations(databaseUrl)).toEqual(migrationNames());
    expect(await pending()).toEqual([]);
  });

  test('applied, but the process died before it could say so: they are not applied a second time', async () => {
    await breakOffTheFirst();
    await inDatabase((client) =>
      client.query(`create function dies() returns trigger language plpgsql as 'begin raise exception $$gone$$; end';
        create trigger dies before update on _prisma_migrations for each row when (old.finished_at is not null) execute function dies()`),
    );
    await expect(applyMigrations(databaseUrl)).rejects.toThrow('gone');
    await inDatabase((client) => client.query('drop trigger dies on _prisma_migrations; drop function dies'));
    expect(await pending()).toEqual(migrationNames().slice(1));
    expect(await applyMigrations(databaseUrl)).toEqual(migrationNames().slice(1));
  });

  test('one that a killed process left running in Postgres is waited for, and not begun a second time beside it', async () => {
    await inDatabase(async (running) => {
      await running.query('begin; select pg_advisory_xact_lock(7263002)');
      const second = applyMigrations(databaseUrl);
      await expect.poll(() => waiting('advisory')).toBe(1);
      expect((await running.query(`select to_regclass('_prisma_migrations') as table`)).rows).toEqual([
        { table: null },
      ]);
      await running.query('commit');
      expect(await second).toEqual(migrationNames());
    });
  });
});
