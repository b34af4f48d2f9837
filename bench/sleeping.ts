// 20,000 sleeping invoices: the space that each takes in the databases of the product and of Temporal, and how soon a case
// that no worker has in its cache reacts to its payment.
import { setTimeout as pause } from 'node:timers/promises';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { percentile } from './lists/measure.ts';
import { csvOfInvoices, paymentOf, storeCustomers } from './samples.ts';
import { sized } from './side-by-side.ts';

const INVOICES = sized(20_000, 100);
const CUSTOMERS = 400;
const PAID = Math.min(100, Math.floor(INVOICES / 4));
const LOOK_MS = 2_000;
const DATABASES = ['relance', 'temporal', 'temporal_visibility'];

/** Bytes of each database. */
async function sizes({ db }: BenchStack): Promise<number[]> {
  await db.$executeRaw`CHECKPOINT`;
  const rows = await db.$queryRaw<{ name: string; bytes: bigint }[]>`
    SELECT datname AS name, pg_database_size(datname) AS bytes FROM pg_database`;
  return DATABASES.map((database) => Number(rows.find(({ name }) => name === database)?.bytes ?? 0));
}

/** Milliseconds from the 2xx of a payment to the end of the workflow, for the cases that have slept longest. */
async function payCold({ call, client, db }: BenchStack): Promise<number[]> {
  const oldest = await db.invoice.findMany({
    orderBy: { createdAt: 'asc' },
    take: PAID,
    select: { id: true, number: true },
  });
  const taken: number[] = [];
  for (const { id, number } of oldest) {
    const ended = client.workflow
      .getHandle(invoiceWorkflowId('demo', id))
      .result()
      .then(() => performance.now());
    await call('POST', '/payments', paymentOf(number));
    const acknowledgedMs = performance.now();
    taken.push(Math.max(0, (await ended) - acknowledgedMs));
  }
  return taken;
}

await withStack(
  'none',
  async (bench) => {
    const references = await storeCustomers(bench, CUSTOMERS);
    const before = await sizes(bench);
    const { id } = await bench.call('POST', '/imports?kind=invoices', csvOfInvoices(references, INVOICES));
    while ((await bench.call('GET', `/imports/${id}`)).status !== 'done') await pause(LOOK_MS);
    while ((await bench.db.invoice.count({ where: { plannedVersion: 0 } })) > 0) await pause(LOOK_MS);
    const after = await sizes(bench);
    const each = after.map((bytes, index) => ((bytes - before[index]!) / INVOICES / 1000).toFixed(1));
    console.log(
      `${INVOICES} sleeping invoices, KB each in Postgres: ${DATABASES.map((name, index) => `${name} ${each[index]}`).join(', ')}`,
    );
    const ms = await payCold(bench);
    console.log(
      `  payment of a cold one to the end of its workflow: median ${percentile(ms, 0.5).toFixed(0)} ms, p95 ${percentile(ms, 0.95).toFixed(0)} ms`,
    );
  },
  { isCluster: true, env: { IMPORT_CASES_PER_SECOND: '200' } },
);
