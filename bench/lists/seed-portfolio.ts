import pg from 'pg';
import type { LocalStack } from '../../scripts/stack.ts';
import { timed } from '../side-by-side.ts';
import { LISTINGS, portfolioSql } from './portfolio-sql.ts';

// Memory settings of a server for a million invoices; the demonstration's own server uses 128 MB.
const SERVER = { shared_buffers: '1GB', max_wal_size: '4GB', work_mem: '32MB', maintenance_work_mem: '512MB' };

/**
 * Fills the stack's only creditor with this many invoices, unless it has some already. Indexes are created afterwards and
 * triggers are off: otherwise it would take an hour.
 */
export async function seedPortfolio(stack: LocalStack, invoices: number): Promise<void> {
  await configure(stack);
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; has: boolean }>(
      `SELECT id, EXISTS (SELECT FROM invoices WHERE "creditorId" = c.id) AS has FROM creditors c WHERE slug = 'demo'`,
    );
    const [creditor] = rows;
    if (!creditor || creditor.has) return;
    await client.query('SET session_replication_role = replica');
    const indexes = await takeIndexes(client);
    const make = async (isOfListings: boolean) => {
      for (const { table, name, sql } of indexes)
        if ((table === 'invoice_listings') === isOfListings) await step(`index ${name}`, () => client.query(sql));
    };
    for (const { what, sql } of portfolioSql(invoices))
      await step(what, () => client.query(sql, sql.includes('$1') ? [creditor.id] : []));
    await make(false);
    await step('statistics', () => client.query('ANALYZE'));
    await step('listings', () => client.query(LISTINGS, [creditor.id]));
    await make(true);
    await step('statistics', () => client.query('VACUUM (ANALYZE)'));
  } finally {
    await client.end();
  }
}

async function configure(stack: LocalStack): Promise<void> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  for (const [name, value] of Object.entries(SERVER)) await client.query(`ALTER SYSTEM SET ${name} = '${value}'`);
  await client.end();
  await stack.processes.api?.stop();
  await stack.processes.postgres?.restart();
  await stack.processes.api?.restart();
}

interface Index {
  table: string;
  name: string;
  sql: string;
}

/** Drops every index that belongs to no constraint, and returns the statements that create them again. */
async function takeIndexes(client: pg.Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(`
    SELECT t.relname AS table, i.relname AS name, pg_get_indexdef(i.oid) AS sql FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = 'public' AND t.relname IN ('invoices', 'invoice_listings', 'open_steps', 'actions', 'step_records', 'holds')
      AND NOT x.indisprimary`);
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows;
}

async function step(what: string, work: () => Promise<unknown>): Promise<void> {
  const ms = await timed(work);
  console.log(`  ${what}: ${(ms / 1000).toFixed(1)} s`);
}
