import { expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../domain/calendar/local-date.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { createWorld } from '../world.ts';
import { sharedApi } from './running-api.ts';

// The first two zones never have the same day, and at any time at least one of them has another day than UTC.
const ZONES = ['Pacific/Auckland', 'Pacific/Pago_Pago', 'Europe/Paris'];

/** Today's date in that time zone. */
const dayIn = (timeZone: string): LocalDate => new Date().toLocaleDateString('sv-SE', { timeZone });

it.each(ZONES)('the balance by age is of the day that it is where the company is: %s', async (timeZone) => {
  const api = await sharedApi();
  const world = await createWorld();
  const { creditorId } = world;
  await world.all.settings.update({ where: { creditorId }, data: { timeZone } });
  const { key } = await createKey(world.all, { creditorId, name: 'Essai', role: 'collector' });
  const today = dayIn(timeZone);
  const { reference } = await world.customer();
  for (const [daysLate, cents] of [
    [-1, 1_00],
    [0, 2_00],
    [31, 4_00],
  ] as const) {
    const dueOn = addDays(today, -daysLate);
    await world.invoice(reference, { issued_on: addDays(dueOn, -30), due_on: dueOn, total_cents: cents });
  }
  const { today_on: todayOn, data: totals } = (await api.ask('GET', '/v1/aged-balance/totals', { key })).body;
  const { data: lines } = (await api.ask('GET', '/v1/aged-balance', { key })).body;
  const sheet = await api.ask('GET', '/v1/exports/aged-balance.csv', { key });
  expect(todayOn).toBe(today);
  for (const [line] of [totals, lines])
    expect(line).toMatchObject({ not_due_cents: 1_00, days_0_30_cents: 2_00, days_31_60_cents: 4_00 });
  expect(lines[0].oldest_days_late).toBe(31);
  expect(sheet.headers.get('content-disposition')).toContain(today);
});
