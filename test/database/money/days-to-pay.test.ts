import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { readRecovered } from '../../../facts/dashboard/collected.ts';
import { readFigures } from '../../../facts/groups/read-figures.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

/** The figures of a customer who paid an invoice of €100 of 1 October in this way. */
async function daysToPay(pay: (invoice: { id: string; number: string }) => Promise<unknown>) {
  const { id, reference } = await world.customer();
  await pay(await world.invoice(reference));
  const [figures] = await readFigures(world.db, { creditorId: world.creditorId, at: NOW, ids: [id] });
  return figures!.averageDaysToPay;
}

it('A customer pays on the day that his payment names, whenever it was typed or imported', async () => {
  expect(await daysToPay(({ number }) => world.pay(number, 100_00, { paid_on: '2026-10-21' }))).toBe(20);
});

it('Of several payments the last one counts, and none that went back', async () => {
  const inTwo = async ({ number }: { number: string }) => {
    await world.pay(number, 40_00, { paid_on: '2026-11-15', external_id: 'rejected' });
    await world.reverse('rejected');
    await world.pay(number, 60_00, { paid_on: '2026-10-31' });
    await world.pay(number, 40_00, { paid_on: '2026-10-11' });
  };
  expect(await daysToPay(inTwo)).toBe(30);
});

it('Of a customer whose invoice a credit note alone settled nobody knows how long he takes to pay', async () => {
  expect(await daysToPay(({ id }) => world.credit(id, 100_00))).toBeNull();
});

const asked = () => ({ creditorId: world.creditorId, currency: 'EUR', collectorId: null, todayOn: '2026-11-23' });

it('Money was recovered by the level that its invoice had reached on the day of the payment, whenever that was typed', async () => {
  const { reference } = await world.customer();
  const { id, number } = await world.invoice(reference);
  const record = (level: number, on: string) =>
    world.db.stepRecord.create({
      data: { id: uuidv7(), invoiceId: id, cycle: 1, level, outcome: 'sent', on: new Date(on), at: new Date(on) },
    });
  await record(1, '2026-11-08');
  await record(2, '2026-11-18');
  await world.pay(number, 30_00, { paid_on: '2026-11-05' });
  await world.pay(number, 20_00, { paid_on: '2026-11-08' });
  await world.pay(number, 10_00, { paid_on: '2026-11-20' });
  const recovered = await readRecovered(world.db, asked());
  expect(recovered.toSorted((one, other) => one.level - other.level)).toEqual([
    { level: 0, count: 1, amountCents: 30_00 },
    { level: 1, count: 1, amountCents: 20_00 },
    { level: 2, count: 1, amountCents: 10_00 },
  ]);
});

it('What was paid more than a year ago and is typed today was not recovered in the last 365 days', async () => {
  const { reference } = await world.customer();
  const { number } = await world.invoice(reference);
  await world.pay(number, 30_00, { paid_on: '2025-11-20' });
  await world.pay(number, 50_00);
  expect(await readRecovered(world.db, asked())).toEqual([{ level: 0, count: 1, amountCents: 50_00 }]);
});
