import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrationNames, migrationsFolder } from '../../prisma/migration-files.ts';

// Operators of an upgrade read in docs/operations.md which migrations lock tables that the old release still uses.

/** When the last release was made: every installation already has the older migrations. */
const LAST_RELEASE = '20261128201930';

const REWRITES = /\bSTORED\b|ALTER COLUMN "\w+" (SET DATA )?TYPE\b|ALTER COLUMN "\w+" SET NOT NULL/;
/** Reads every row under a lock, except where the constraint is `NOT VALID`. */
const PROVES = /ADD CONSTRAINT "\w+"\s+(FOREIGN KEY|CHECK)\b(?![^]*NOT VALID$)/;

/**
 * The tables of which a migration rewrites or reads all rows, changes rows or builds an index, without those that it creates itself. What
 * a function in it would do later does not count.
 */
function lockedBy(sql: string): string[] {
  const bare = sql.replaceAll(/--.*$/gm, '').replaceAll(/\bAS (\$\w*\$)[^]*?\1/gi, '');
  const made = [...bare.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?"(\w+)"/g)].map(([, table]) => table!);
  const indexed = [...bare.matchAll(/CREATE (?:UNIQUE )?INDEX (?:\w+ )*"\w+"\s+ON "(\w+)"/g)].map(
    ([, table]) => table!,
  );
  const statements = bare.split(';').map((statement) => statement.trim());
  const rewritten = statements
    .filter((statement) => REWRITES.test(statement) || PROVES.test(statement))
    .flatMap((statement) => /ALTER TABLE "(\w+)"/.exec(statement)?.[1] ?? []);
  const changed = statements.flatMap(
    (statement) => /^(?:WITH\b[^]*?\)\s*)?(?:UPDATE|DELETE FROM) "?(\w+)"?/.exec(statement)?.[1] ?? [],
  );
  return [...new Set([...indexed, ...rewritten, ...changed])].filter((table) => !made.includes(table));
}

const locking = migrationNames()
  .filter((name) => name > LAST_RELEASE)
  .map((name) => ({ name, tables: lockedBy(readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8')) }))
  .filter(({ tables }) => tables.length > 0);

describe('The migrations since the last release that lock a table', () => {
  const runbook = readFileSync('docs/operations.md', 'utf8');
  it.each(locking)('$name stands in the runbook ($tables)', ({ name }) => {
    expect(runbook).toMatch(new RegExp(`^\\|.*\`${name.replace(/^\d+_/, '')}\`.*\\|$`, 'm'));
  });

  it('are found: rewritten, read whole, filled or indexed; what a migration makes itself locks nobody', () => {
    expect(locking.length).toBeGreaterThan(4);
    expect(lockedBy('ALTER TABLE "a" ALTER COLUMN "b" TYPE JSON USING "b"::json;')).toEqual(['a']);
    expect(lockedBy('ALTER TABLE "a" ADD COLUMN "b" TEXT GENERATED ALWAYS AS ("c") STORED;')).toEqual(['a']);
    expect(lockedBy('CREATE UNIQUE INDEX "i" ON "a"("b");')).toEqual(['a']);
    expect(lockedBy('UPDATE a SET "b" = 1;')).toEqual(['a']);
    expect(lockedBy('\nWITH x AS (SELECT 1)\nDELETE FROM "a" USING x;')).toEqual(['a']);
    expect(lockedBy('ALTER TABLE "a" ADD CONSTRAINT "c"\n  CHECK ("b" > 0);')).toEqual(['a']);
    expect(lockedBy('ALTER TABLE "a" ADD CONSTRAINT "c" CHECK ("b" > 0) NOT VALID;')).toEqual([]);
    expect(lockedBy('DO $$ BEGIN CREATE INDEX "i" ON "a"("b"); END $$;')).toEqual(['a']);
    expect(lockedBy('CREATE FUNCTION f() RETURNS void AS $$ UPDATE "a" SET "b" = 1; $$;')).toEqual([]);
    expect(lockedBy('CREATE TABLE "a" ("b" INT); UPDATE "a" SET "b" = 1; CREATE INDEX "i" ON "a"("b");')).toEqual([]);
    expect(lockedBy('ALTER TABLE "a" ADD COLUMN "b" TEXT;')).toEqual([]);
  });
});
