import { beforeEach, expect, it } from 'vitest';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import type { SettingsChange } from '../../../facts/inputs/settings.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { NOW, openWorld, type World } from './case-world.ts';

const HELD = [{ kind: 'promise' }];

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

/** A promise of everything that is due, for Tuesday 1 December; three working days of grace end with Friday the 4th. */
async function promised() {
  const one = await world.plannedCase();
  await recordPromise(world.db, world.on(NOW), one.id, { amount_cents: 30_000, promised_on: '2026-12-01' });
  return one;
}

const change = (settings: SettingsChange) => changeSettings(world.db, world.creditor.id, settings, () => undefined);
const heldOn = async (invoiceId: string, at: string) => (await world.plan(invoiceId, at)).facts.holds;

it('A promise is waited for as many days of grace as the creditor gives by now', async () => {
  const { id } = await promised();
  expect((await change({ promise_grace_days: 10 })).plansFollow).toBe(true);
  expect(await heldOn(id, '2026-12-15T22:00:00.000Z')).toMatchObject(HELD);
  expect(await heldOn(id, '2026-12-15T23:00:00.000Z')).toEqual([]);
  expect(await world.tasks(id, 'promise_broken')).toHaveLength(1);
});

it('A promise is broken at once when the days of grace that the creditor gives by now are over', async () => {
  const { id } = await promised();
  expect(await heldOn(id, '2026-12-02T08:00:00.000Z')).toMatchObject(HELD);
  await change({ promise_grace_days: 0 });
  expect(await heldOn(id, '2026-12-02T08:00:00.000Z')).toEqual([]);
});

it('A promise that was kept is waited for by the days of now once its payment has come back', async () => {
  const { id, number } = await promised();
  await world.pay(number, 30_000);
  await change({ promise_grace_days: 10 });
  const payment = await world.db.payment.findFirstOrThrow({ where: { creditorId: world.creditor.id } });
  const reversal = { external_id: 'RV', reason: 'Prélèvement rejeté' };
  await reversePayment(world.db, world.on(NOW), { externalId: payment.externalId }, reversal);
  expect(await heldOn(id, '2026-12-08T08:00:00.000Z')).toMatchObject(HELD);
});

it('A pause and a promise end with their last day where the creditor is by now', async () => {
  const { id } = await promised();
  const paused = await world.plannedCase();
  await setPause(world.db, world.on(NOW), paused.id, { reason: 'Congés', cause: 'other', until_on: '2026-12-04' });
  const both = await world.plannedCase();
  await pauseCustomer(world.db, world.on(NOW), both.customer.id, { reason: 'Congés', until_on: '2026-12-04' });
  await change({ time_zone: 'America/Martinique' });
  for (const invoiceId of [id, paused.id, both.id]) {
    expect(await heldOn(invoiceId, '2026-12-05T03:59:00.000Z')).toHaveLength(1);
    expect(await heldOn(invoiceId, '2026-12-05T04:00:00.000Z')).toEqual([]);
  }
});

it('A step that waits for a person keeps its day, and waits, when the hour and the time zone are changed and put back', async () => {
  const customer = await world.newCustomer();
  const past = { issued_on: '2026-10-01', due_on: '2026-10-01', initial_level: 2, initial_level_on: '2026-11-09' };
  const { id } = await world.newInvoice(customer, past);
  const plannedAt = async (at: string) => {
    await world.plan(id, at);
    const { level, mode, dueAt, dueOn } = (await world.read(id)).openStep!;
    expect([level, mode, dueOn]).toEqual([3, 'to_confirm', new Date('2026-11-24')]);
    return dueAt.toISOString();
  };
  await change({ time_zone: 'America/Martinique', send_hour: 23 });
  expect(await plannedAt('2026-11-24T10:00:00.000Z')).toBe('2026-11-25T03:00:00.000Z');
  await change({ time_zone: 'Europe/Paris', send_hour: 9 });
  expect(await plannedAt('2026-11-25T09:00:00.000Z')).toBe('2026-11-24T08:00:00.000Z');
  for (const send_hour of [15, 9]) {
    await change({ send_hour });
    expect(await plannedAt('2026-11-25T11:00:00.000Z')).toBe('2026-11-24T08:00:00.000Z');
  }
});
