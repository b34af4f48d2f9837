import { beforeAll, expect, it } from 'vitest';
import { loadAccount, reminderContent } from '../../../facts/messages/drawing/load-content.ts';
import { toDateColumn } from '../../../prisma/dates.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

/** The last day to pay that a message of today, Monday 23 November, gives. */
async function deadlineOf(customerId: string, invoiceId: string, level: number): Promise<string | null> {
  const account = await loadAccount(world.db, { creditorId: world.creditorId, customerId });
  const about = {
    customerId,
    invoiceIds: [invoiceId],
    currency: 'EUR',
    level,
    letterKind: null,
    test: true,
    at: NOW,
  };
  return reminderContent(account, about).paymentDeadlineOn;
}

it('The delay that R1 gives is over before R2 leaves, 15 days later; the formal notice gives all of its own', async () => {
  const customer = await world.customer();
  const { id } = await world.invoice(customer.reference);
  expect(await deadlineOf(customer.id, id, 1)).toBe('2026-12-07');
  expect(await deadlineOf(customer.id, id, 3)).toBe('2026-12-08');
});

it('The delay of a letter beside the ladder is over before the planned step, and whole where that waits for a person', async () => {
  const customer = await world.customer();
  const { id } = await world.invoice(customer.reference);
  await world.db.invoice.update({
    where: { id },
    data: { level: 1, nextLevel: 2, nextTurnOn: toDateColumn('2026-12-02') },
  });
  expect(await deadlineOf(customer.id, id, 0)).toBe('2026-12-01');
  await world.db.invoice.update({ where: { id }, data: { nextTurnOn: toDateColumn('2026-11-20') } });
  expect(await deadlineOf(customer.id, id, 0)).toBe('2026-12-08');
});

it('A letter beside the ladder gives all of its delay although the step that was due comes back the day after, and half of it before one that is planned', async () => {
  const customer = await world.customer();
  const { id } = await world.invoice(customer.reference);
  const plannedFor = (on: string) =>
    world.db.invoice.update({ where: { id }, data: { level: 1, nextLevel: 2, nextTurnOn: toDateColumn(on) } });
  await plannedFor('2026-11-24');
  expect(await deadlineOf(customer.id, id, 0)).toBe('2026-12-08');
  await plannedFor('2026-11-26');
  expect(await deadlineOf(customer.id, id, 0)).toBe('2026-12-01');
});
