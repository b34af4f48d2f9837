import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDatabaseUrl, settingsOrExit } from '../config/settings.ts';
import { applyMigrations, createMigration } from '../prisma/migrate.ts';
import { startLocalStack } from './stack.ts';

// `npm run migrate` applies the migrations that the database does not have yet; `npm run migrate -- --new NAME` writes a
// new one.
try {
  const { values } = parseArgs({ options: { new: { type: 'string' } } });
  if (values.new === undefined) await migrate();
  else await writeMigration(values.new);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function migrate(): Promise<void> {
  const applied = await applyMigrations(settingsOrExit(parseDatabaseUrl));
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database has every migration already.');
}

/** Compares the schema with the migrations in a Postgres of its own, so that no existing data is needed or touched. */
async function writeMigration(name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error('A migration is named in small letters, digits and _, like add_call_outcome.');
  const dataDir = mkdtempSync(join(tmpdir(), 'relance-migration-'));
  const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'none', parts: ['postgres'] });
  try {
    const created = await createMigration(name, stack.databaseUrl);
    console.log(
      created
        ? `Written: prisma/migrations/${created}/migration.sql`
        : 'The migrations already make what the schema says.',
    );
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
