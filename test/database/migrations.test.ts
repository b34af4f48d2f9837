import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createDatabase } from '../../prisma/client.ts';
import { applyMigrations, missingSql, pendingMigrations } from '../../prisma/migrate.ts';
import { migrationNames } from '../../prisma/migration-files.ts';

const NAME = 'relance_migrations_test';
let databaseUrl: string;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(sql);
  await client.end();
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
afterEach(() => onServer(`drop database if exists ${NAME} with (force)`));

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
});
