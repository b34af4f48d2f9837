// The nightly calculation of groups over 100,000 customers with four invoices each: a night in which one customer in a
// hundred moves, one in which nobody does, and the first one, which puts every customer that fits into a group. Measures
// Postgres only: telling the workflows of cases whose plan changes costs what `bench:payment` measures for a signal.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SHIPPED_GROUPS } from '../domain/shipped/groups.ts';
import { createCreditor } from '../facts/creditors/create-creditor.ts';
import { recalculatePage } from '../facts/groups/recalculate.ts';
import type { FactContext } from '../facts/outcome.ts';
import { createDatabase } from '../prisma/client.ts';
import { startLocalStack } from '../scripts/stack.ts';
import { customersSql } from './groups/customers-sql.ts';
import { reportMachine, sized, timed } from './side-by-side.ts';

const CUSTOMERS = sized(100_000, 1_000);
const GOAL_MS = 30_000;

const dataDir = await mkdtemp(join(tmpdir(), 'relance-bench-'));
const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'none', parts: ['postgres'] });
const interrupt = () => void stack.stop().finally(() => process.exit(130));
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
const db = createDatabase(stack.databaseUrl, 8);
try {
  const { id } = await createCreditor(db, { name: 'Mesure', slug: 'mesure' });
  await fill(id);
  console.log(`${CUSTOMERS} customers, ${SHIPPED_GROUPS.length + 1} groups`);
  await night(id, 'the first: whoever fits is put in');
  const moving = Math.round(CUSTOMERS / 100);
  await db.$executeRaw`UPDATE customers SET tags = '{suivi personnalisé}' WHERE id IN (SELECT id FROM customers ORDER BY reference LIMIT ${moving})`;
  await night(id, 'one customer in a hundred moves, to another scenario');
  await night(id, 'nobody moves');
  reportMachine();
} finally {
  await db.$disconnect();
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function fill(creditorId: string): Promise<void> {
  await db.customerGroup.create({
    data: {
      id: crypto.randomUUID(),
      creditorId,
      name: 'À surveiller',
      priority: 1100,
      criteria: {
        any: [
          {
            all: [
              { field: 'oldest_days_late', op: 'gte', value: 60 },
              { field: 'overdue_cents', op: 'gte', value: 200_000 },
            ],
          },
          { field: 'tags', op: 'eq', value: 'à surveiller' },
        ],
      },
    },
  });
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  for (const sql of customersSql(CUSTOMERS)) await client.query(sql, sql.includes('$1') ? [creditorId] : []);
  await client.end();
}

async function night(creditorId: string, what: string): Promise<void> {
  const context: FactContext = { creditorId, at: new Date(), actor: { kind: 'system', name: 'Relance' } };
  let changed = 0;
  let told = 0;
  const ms = await timed(async () => {
    let after: string | null = null;
    do {
      const page = await recalculatePage(db, context, after, (tellings) =>
        Promise.resolve(void (told += tellings.length)),
      );
      changed += page.changed;
      after = page.last;
    } while (after !== null);
  });
  const verdict = ms <= GOAL_MS ? 'met' : 'missed';
  const goal = `goal ${GOAL_MS / 1000} s: ${verdict}`;
  console.log(`  ${(ms / 1000).toFixed(1)} s  ${what}; ${changed} moved, ${told} cases to be told (${goal})`);
}
