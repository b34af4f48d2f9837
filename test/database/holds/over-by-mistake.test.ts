import { beforeAll, describe, expect, it } from 'vitest';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { reopenPromise } from '../../../facts/holds/reopen-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { openWorld, type World } from './case-world.ts';

// A promise of 7:00 that was over by mistake from 8:00 to 9:00, from 10:00 to 11:00, and again from 12:00 to 13:00.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const at = (time: string) => `2026-11-24T${time}:00.000Z`;
/** A Monday, at its send hour. */
const DAY_ON = '2026-11-30';
const DAY = '2026-11-30T08:00:00.000Z';
const MAIL = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };

type Happening = [time: string, happens: () => Promise<unknown>];

const OVER = ['08:00', '10:00', '12:00'];
/** It is in force again an hour later. */
const again = (over: string) => `${String(Number(over.slice(0, 2)) + 1).padStart(2, '0')}:00`;

/** Withdrawn by mistake and put back, each time. */
async function withdrawnAgain() {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const money = { amount_cents: 30_000, promised_on: '2026-12-04' };
  const { answer } = await recordPromise(world.db, world.on(at('07:00')), invoiceId, money);
  const mistaken = { invoiceId, promiseId: answer.id };
  const happenings = OVER.flatMap((over): Happening[] => [
    [over, () => withdrawPromise(world.db, world.on(at(over)), mistaken)],
    [again(over), () => reopenPromise(world.db, world.on(at(again(over))), mistaken)],
  ]);
  return { customer, invoiceId, happenings };
}

/** Kept by money that went back, each time. */
async function keptAgain() {
  const customer = await world.newCustomer();
  const { id: invoiceId, number } = await world.newInvoice(customer);
  const money = { amount_cents: 20_000, promised_on: '2026-12-04' };
  await recordPromise(world.db, world.on(at('07:00')), invoiceId, money);
  let paymentId = '';
  const happenings = OVER.flatMap((over): Happening[] => [
    [over, async () => void (paymentId = (await world.pay(number, 20_000, at(over))).answer.id)],
    [again(over), () => world.goesBack(paymentId, at(again(over)))],
  ]);
  return { customer, invoiceId, happenings };
}

describe.each([
  ['withdrawn', withdrawnAgain],
  ['kept', keptAgain],
])('An action outside the scenario, under a promise that was %s three times by mistake,', (_how, promised) => {
  it.each([
    ['08:30', 'waits'],
    ['09:30', 'over'],
    ['10:30', 'waits'],
    ['11:30', 'over'],
    ['12:30', 'waits'],
    ['13:30', 'over'],
  ] as const)('planned at %s: %s', async (plannedAt, kind) => {
    const { customer, invoiceId, happenings } = await promised();
    let actionId = '';
    const planIt: Happening = [
      plannedAt,
      async () => {
        const asked = { customer_id: customer.id, invoice_ids: [invoiceId], execute_on: DAY_ON, ...MAIL };
        const on = world.on(at(plannedAt));
        actionId = (await createSpecific(world.db, on, specificActionInput.parse(asked), null)).answer.id;
      },
    ];
    const inOrder = [...happenings, planIt].toSorted(([a], [b]) => a.localeCompare(b));
    for (const [, happens] of inOrder) await happens();
    const move = await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customer.id]);
      return runSpecific(tx, { ...world.on(DAY), actor: { kind: 'system', name: 'Relance' } }, actionId);
    });
    expect(move.kind).toBe(kind);
  });
});
