import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { announcedRun } from '../../../facts/runs/announced-run.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runFigures } from '../../../facts/runs/run-figures.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const ASKED = { level: 1, mode: 'email' } as const;

async function owed(customer: object = {}) {
  const { id: customerId, reference } = await world.newCustomer(customer);
  const { id, number } = await world.newInvoice({ reference }, { issued_on: '2026-09-01', due_on: '2026-09-10' });
  await world.plan(id);
  return { id, number, customerId };
}

/** Starts a run, and lets the worker take all its invoices. */
async function ran(asked: Pick<Parameters<typeof createRun>[2], 'invoiceIds' | 'refusals' | 'dryRun'>) {
  const id = await createRun(world.db, world.on(NOW), { ...ASKED, ...asked }, null);
  const items = await world.db.runItem.findMany({ where: { runId: id, state: 'waiting' } });
  const run = await world.db.run.findUniqueOrThrow({ where: { id } });
  for (const customerId of new Set(items.map((item) => item.customerId!)))
    await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      await takeCustomer(tx, world.on(NOW), run, customerId);
    });
  return world.db.run.update({ where: { id }, data: { takenAt: NOW } });
}

const remindedOf = async (runId: string) =>
  (await world.db.messageItem.findMany({ where: { message: { runId } } })).map(({ invoiceId }) => invoiceId);

it('what was announced leaves, and nothing that could leave only since; what was paid meanwhile does not', async () => {
  const [good, paid, nobody] = [await owed(), await owed(), await owed({ contacts: [] })];
  const dry = await ran({ invoiceIds: [paid.id, good.id, nobody.id], dryRun: true });
  const [before] = [...(await runFigures(world.db, [dry])).values()];
  expect(before).toMatchObject({ sent: 2, refused: 1 });

  await world.pay(paid.number, 30_000);
  const contact = { id: randomUUID(), customerId: nobody.customerId };
  await world.db.contact.create({
    data: { ...contact, position: 0, name: 'Anne', email: 'anne@client.example', recovery: true },
  });
  const announced = await announcedRun(world.db, dry.id, ASKED);
  const run = await ran({ ...announced, dryRun: false });
  expect(await remindedOf(run.id)).toEqual([good.id]);
  expect((await runRefusals(world.db, run.id)).map(({ invoice_id: id, code }) => [id, code])).toEqual([
    [paid.id, 'paid'],
    [nobody.id, 'no_address'],
  ]);
  expect(run.total).toBe(3);
});

it('only a dry run announces, for its level and its way, and once it has judged all', async () => {
  const one = await owed();
  const of = (id: string, asked: { level: number; mode: 'email' | 'letter' } = ASKED) =>
    announcedRun(world.db, id, asked).then(
      () => 'announced',
      (error: { code: string }) => error.code,
    );
  const dry = await ran({ invoiceIds: [one.id], dryRun: true });
  expect([await of(dry.id), await of(dry.id, { ...ASKED, level: 2 })]).toEqual(['announced', 'no_such_dry_run']);
  expect(await of(dry.id, { level: 1, mode: 'letter' })).toBe('no_such_dry_run');
  await world.db.run.update({ where: { id: dry.id }, data: { takenAt: null } });
  expect(await of(dry.id)).toBe('still_judging');
  const real = await ran({ invoiceIds: [one.id], dryRun: false });
  expect([await of(real.id), await of(randomUUID())]).toEqual(['no_such_dry_run', 'no_such_dry_run']);
});
