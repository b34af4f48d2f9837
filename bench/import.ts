// Invoices per second of a CSV import, including each invoice's workflow, compared with raw workflow starts per second.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_QUEUE, type BareLife } from './bare/messages.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { abreast, csvOfInvoices, storeCustomers } from './samples.ts';
import { interleave, type Pair, report, sized, timed } from './side-by-side.ts';

const ROUNDS = 3;
const INVOICES = sized(2000, 50);
const CUSTOMERS = 60;
/** Raw starts at the same time: more do not make this server faster. */
const ABREAST = 16;
const LOOK_MS = 50;

/**
 * Uploads the file and waits until all its invoices are stored and their workflows started. The status "done" comes later,
 * once they are planned too.
 */
async function importAll({ call }: BenchStack, csv: string): Promise<void> {
  const { id } = await call('POST', '/imports?kind=invoices', csv);
  for (;;) {
    const { status, accepted, refused } = await call('GET', `/imports/${id}`);
    if (status === 'done' || accepted + refused.length === INVOICES) {
      if (accepted !== INVOICES) throw new Error(`only ${accepted} of ${INVOICES} were accepted`);
      return;
    }
    await pause(LOOK_MS);
  }
}

/** Starts the same number of bare cases; the first task of each calls an empty activity. */
async function startAll({ client, bare }: BenchStack): Promise<{ planned: Promise<unknown> }> {
  const life: BareLife = { reminders: 1, delayMs: 15 * 86_400_000 };
  const ids = Array.from({ length: INVOICES }, () => `bare/${randomUUID()}`);
  await abreast(ABREAST, ids, (workflowId) =>
    client.workflow.start('bareCase', { workflowId, taskQueue: BARE_QUEUE, args: [life] }),
  );
  return { planned: Promise.all(ids.map((id) => bare.nextPlan(id))) };
}

/** Waits until the worker has planned what was started, so that the next round begins on a quiet machine. */
async function allPlanned({ db }: BenchStack): Promise<void> {
  while ((await db.invoice.count({ where: { plannedVersion: 0 } })) > 0) await pause(LOOK_MS);
}

await withStack('none', async (bench) => {
  const references = await storeCustomers(bench, CUSTOMERS);
  const perSecond = (ms: number) => INVOICES / (ms / 1000);
  const toPlanned: Pair = { ours: [], bare: [] };
  const ours = async () => {
    const csv = csvOfInvoices(references, INVOICES);
    const ms = await timed(() => importAll(bench, csv));
    toPlanned.ours.push(perSecond(ms + (await timed(() => allPlanned(bench)))));
    return perSecond(ms);
  };
  const bare = async () => {
    let planned: Promise<unknown> = Promise.resolve();
    const ms = await timed(async () => ({ planned } = await startAll(bench)));
    toPlanned.bare.push(perSecond(ms + (await timed(() => planned))));
    return perSecond(ms);
  };
  const pair = await interleave(ROUNDS, ours, bare);
  report({ what: 'Import against raw starts', unit: 'invoices/s', atLeast: 0.9 }, pair);
  report({ what: 'The same until each has made its first plan', unit: 'invoices/s' }, toPlanned);
});
