import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

const FOLDER = new URL('../../prisma/sql/', import.meta.url);
const files = readdirSync(FOLDER).sort();
const written = files.map((file) => readFileSync(new URL(file, FOLDER), 'utf8'));

/** All views, functions and triggers that are ours, with their definitions as Postgres words them. */
const DEFINITIONS = `
  SELECT 'VIEW ' || c.relname AS name, pg_get_viewdef(c.oid) AS definition FROM pg_class c
    WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'FUNCTION ' || p.proname, pg_get_functiondef(p.oid) FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'TRIGGER ' || t.tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal
  ORDER BY name`;

let session: pg.Client;
beforeAll(async () => {
  session = new pg.Client(inject('databaseUrl'));
  await session.connect();
});
afterAll(() => session.end());

const definitions = async () => (await session.query<{ name: string; definition: string }>(DEFINITIONS)).rows;

it('prisma/sql has each view, function and trigger of the migrated database, as it is now', async () => {
  const migrated = await definitions();
  const named = written.flatMap((sql) => [...sql.matchAll(/^CREATE OR REPLACE (VIEW|FUNCTION|TRIGGER) "?(\w+)/gm)]);
  expect(named.map(([, kind, name]) => `${kind} ${name}`).toSorted()).toEqual(
    migrated.map(({ name }) => name).toSorted(),
  );
  await session.query('BEGIN');
  try {
    for (const sql of written) await session.query(sql);
    expect(await definitions()).toEqual(migrated);
  } finally {
    await session.query('ROLLBACK');
  }
});
