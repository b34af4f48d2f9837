import { beforeAll, describe, expect, it } from 'vitest';
import { furthestDay } from '../../../domain/actions/furthest-day.ts';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { missingOfPromises } from '../../../facts/holds/missing-of-promises.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { NOW, openWorld, type World } from './case-world.ts';
import { BROKEN_AT, LAST_MOMENT, PROMISED_ON } from './promised-days.ts';

const LAST_DAY = furthestDay('2026-11-24');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const promise = (id: string, amountCents: number, promisedOn = PROMISED_ON) =>
  recordPromise(world.db, world.on(NOW), id, { amount_cents: amountCents, promised_on: promisedOn });

describe('a promise to pay', () => {
  it('holds the case until its day and the days of grace are over, and keeps the planned step', async () => {
    const { id } = await world.plannedCase();
    const { answer, tellings } = await promise(id, 30_000);
    expect(answer).toMatchObject({ amount_cents: 30_000, promised_on: PROMISED_ON, state: 'open' });
    expect(tellings).toMatchObject([
      { signal: 'promiseReceived', data: { amountCents: 30_000, promisedOn: PROMISED_ON } },
    ]);
    const row = await world.read(id);
    expect(row.holds).toMatchObject([{ kind: 'promise', endsAt: new Date(BROKEN_AT) }]);
    expect(row.openStep).not.toBeNull();
    const plan = await world.plan(id, LAST_MOMENT);
    expect(plan.facts.holds).toHaveLength(1);
    expect(await world.kinds(id)).not.toContain('promise_broken');
  });

  it('follows the days of grace of the settings', async () => {
    await world.setSettings({ promiseGraceDays: 0 });
    const { id } = await world.plannedCase();
    await promise(id, 30_000);
    expect((await world.read(id)).holds).toMatchObject([{ endsAt: new Date('2026-12-04T23:00:00.000Z') }]);
    await world.setSettings({ promiseGraceDays: 3 });
  });

  it.each([
    ['more than the balance', 30_001, PROMISED_ON, 'above_balance'],
    ['a day that is past', 100, '2026-11-23', 'day_is_past'],
    ['a day on which nothing may be planned by hand either', 100, addDays(LAST_DAY, 1), 'day_too_far'],
  ])('of %s is refused', async (_, amountCents, promisedOn, code) => {
    const { id } = await world.plannedCase();
    await expect(promise(id, amountCents, promisedOn)).rejects.toMatchObject({ kind: 'invalid', code });
    expect((await world.read(id)).holds).toHaveLength(0);
  });

  it('for today, for the last day that anything is planned on, or of the whole balance, is not refused', async () => {
    for (const promisedOn of ['2026-11-24', LAST_DAY]) {
      const { id } = await world.plannedCase();
      expect((await promise(id, 30_000, promisedOn)).replayed).toBe(false);
    }
  });

  it('twice the same is one; of another day it is another instalment', async () => {
    const { id } = await world.plannedCase();
    const first = await promise(id, 10_000);
    expect(await promise(id, 10_000)).toMatchObject({ replayed: true, answer: { id: first.answer.id } });
    await promise(id, 10_000, '2027-01-04');
    expect((await world.read(id)).holds).toHaveLength(2);
  });

  it('on a closed case is refused', async () => {
    const { id, number } = await world.plannedCase();
    await world.pay(number, 30_000);
    await expect(promise(id, 1)).rejects.toMatchObject({ code: 'case_closed' });
  });

  it('says of each that stands what has not come of it yet, the earliest first', async () => {
    const { id, number } = await world.plannedCase();
    await world.pay(number, 5_000);
    const first = await promise(id, 10_000);
    const later = await promise(id, 15_000, '2026-12-18');
    const missing = async () => Object.fromEntries(await missingOfPromises(world.db, id));
    expect(await missing()).toEqual({ [first.answer.id]: 10_000, [later.answer.id]: 15_000 });
    await world.pay(number, 4_000);
    expect(await missing()).toEqual({ [first.answer.id]: 6_000, [later.answer.id]: 15_000 });
    await world.pay(number, 6_000);
    expect(await missing()).toEqual({ [later.answer.id]: 15_000 });
  });
});

describe('a promise that is kept', () => {
  it('ends with its money, however early, and the ladder goes on for the rest', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    await world.pay(number, 10_000, '2026-11-25T09:00:00Z');
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'kept' }]);
    expect(await world.kinds(id)).toContain('promise_kept');
    const plan = await world.plan(id, BROKEN_AT);
    expect(plan.facts).toMatchObject({ balanceCents: 20_000, holds: [] });
    expect(await world.tasks(id, 'promise_broken')).toHaveLength(0);
  });

  it('is kept when everything is paid, and holds a closed case no longer', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 30_000);
    await world.pay(number, 30_000);
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', holds: [{ outcome: 'kept' }] });
  });

  it('counts what came before it was made for nothing', async () => {
    const { id, number } = await world.plannedCase();
    await world.pay(number, 10_000);
    await promise(id, 10_000);
    expect((await world.read(id)).holds).toMatchObject([{ endedAt: null }]);
    await world.pay(number, 9_999);
    expect((await world.read(id)).holds).toMatchObject([{ endedAt: null }]);
    await world.pay(number, 1);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'kept' }]);
  });

  it('of instalments: one payment keeps the first and not the second', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    await promise(id, 10_000, '2027-01-04');
    await world.pay(number, 10_000);
    const { holds } = await world.read(id);
    expect(holds.map(({ outcome }) => outcome).sort()).toEqual(['kept', null]);
    await world.pay(number, 10_000);
    expect((await world.read(id)).holds.every(({ outcome }) => outcome === 'kept')).toBe(true);
  });
});

describe('a promise and a credit', () => {
  it('is not kept by it: what the customer promised is his money, which has not come', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    await world.credit(id, 20_000);
    expect(await world.read(id)).toMatchObject({ balanceCents: 10_000, holds: [{ endedAt: null }] });
    expect((await world.plan(id, LAST_MOMENT)).facts.holds).toHaveLength(1);
    expect(await world.kinds(id)).not.toContain('promise_kept');
    await world.pay(number, 10_000);
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', holds: [{ outcome: 'kept' }] });
  });

  it('before it: the promised amount still keeps it', async () => {
    const { id, number } = await world.plannedCase();
    await world.credit(id, 10_000);
    await promise(id, 10_000);
    await world.pay(number, 10_000);
    expect(await world.read(id)).toMatchObject({ closedAs: null, holds: [{ outcome: 'kept' }] });
  });

  it('of all that is left has nothing to wait for any more', async () => {
    const { id, number } = await world.plannedCase();
    await world.pay(number, 10_000);
    await promise(id, 20_000);
    await world.credit(id, 20_000);
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', holds: [{ outcome: 'kept' }] });
  });

  it('broken, it says what was paid, and not what was credited', async () => {
    const { id } = await world.plannedCase();
    await promise(id, 10_000);
    await world.credit(id, 5_000);
    await world.plan(id, BROKEN_AT);
    const entry = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'promise_broken' } });
    expect(entry.data).toMatchObject({ receivedCents: 0, keptInPart: false, balanceCents: 25_000 });
  });
});

describe('a promise that is broken', () => {
  it('ends on the morning after the grace, is logged, leaves a call to do, and the ladder goes on', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 30_000);
    await world.pay(number, 4_000);
    const plan = await world.plan(id, BROKEN_AT);
    expect(plan.facts.holds).toHaveLength(0);
    expect(plan.step).toMatchObject({ level: 1 });
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'broken' }]);
    const entry = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'promise_broken' } });
    expect(entry.data).toMatchObject({
      amountCents: 30_000,
      receivedCents: 4_000,
      keptInPart: true,
      balanceCents: 26_000,
    });
    expect(await world.tasks(id, 'promise_broken')).toMatchObject([
      { kind: 'call', state: 'open', dueAt: new Date(BROKEN_AT), dueOn: new Date('2026-12-10') },
    ]);
  });

  it('ends every promise of the invoice, those to come being lifted', async () => {
    const { id } = await world.plannedCase();
    await promise(id, 10_000);
    await promise(id, 10_000, '2027-01-04');
    await world.plan(id, BROKEN_AT);
    const { holds } = await world.read(id);
    expect(holds.map(({ outcome }) => outcome).sort()).toEqual(['broken', 'lifted']);
    expect(await world.tasks(id, 'promise_broken')).toHaveLength(1);
  });

  it('is broken once, however often the case is planned', async () => {
    const { id } = await world.plannedCase();
    await promise(id, 10_000);
    await world.plan(id, BROKEN_AT);
    const { version } = await world.read(id);
    await world.plan(id, BROKEN_AT);
    expect((await world.read(id)).version).toBe(version);
    expect((await world.kinds(id)).filter((kind) => kind === 'promise_broken')).toHaveLength(1);
    expect(await world.tasks(id, 'promise_broken')).toHaveLength(1);
  });

  it('leaves the promise of another invoice of the same customer standing', async () => {
    const customer = await world.newCustomer();
    const [one, other] = [await world.newInvoice(customer), await world.newInvoice(customer)];
    await promise(one.id, 10_000);
    await promise(other.id, 10_000, '2027-01-04');
    await world.plan(one.id, BROKEN_AT);
    expect((await world.read(other.id)).holds).toMatchObject([{ endedAt: null }]);
  });

  it('after more than thirty days, the next step waits for a person; after fewer it does not', async () => {
    const [long, short] = [await world.plannedCase(), await world.plannedCase()];
    await promise(long.id, 10_000, '2027-01-04');
    await promise(short.id, 10_000);
    await world.plan(long.id, '2027-01-20T08:00:00Z');
    await world.plan(short.id, BROKEN_AT);
    expect((await world.read(long.id)).confirmReason).toBe('long_hold');
    expect((await world.read(short.id)).confirmReason).toBeNull();
  });
});

describe('a promise that is withdrawn', () => {
  it('holds no longer; withdrawn again changes nothing', async () => {
    const { id } = await world.plannedCase();
    const { answer } = await promise(id, 10_000);
    const ids = { invoiceId: id, promiseId: answer.id };
    const outcome = await withdrawPromise(world.db, world.on(NOW), ids);
    expect(outcome.tellings).toMatchObject([{ signal: 'promiseWithdrawn' }]);
    expect((await world.plan(id)).facts.holds).toHaveLength(0);
    expect(await withdrawPromise(world.db, world.on(NOW), ids)).toMatchObject({ replayed: true });
    expect((await world.kinds(id)).filter((kind) => kind === 'promise_withdrawn')).toHaveLength(1);
  });

  it('is refused once it was kept or broken', async () => {
    const { id, number } = await world.plannedCase();
    const { answer } = await promise(id, 10_000);
    await world.pay(number, 10_000);
    const refused = withdrawPromise(world.db, world.on(NOW), { invoiceId: id, promiseId: answer.id });
    await expect(refused).rejects.toMatchObject({ kind: 'conflict', code: 'promise_over' });
  });
});

it('a promise is kept when what is missing lies within the tolerance', async () => {
  await world.setSettings({ toleranceCents: 100n });
  const { id, number } = await world.plannedCase();
  await promise(id, 30_000);
  await world.pay(number, 29_950);
  expect(await world.read(id)).toMatchObject({ closedAs: 'paid', holds: [{ outcome: 'kept' }] });
  await world.setSettings({ toleranceCents: 0n });
});

it('an instalment is kept when what is missing of it lies within the tolerance', async () => {
  await world.setSettings({ toleranceCents: 100n });
  const { id, number } = await world.plannedCase();
  await promise(id, 10_000);
  await promise(id, 10_000, '2027-01-04');
  await world.pay(number, 9_950);
  const { holds } = await world.read(id);
  expect(holds.map(({ outcome }) => outcome).sort()).toEqual(['kept', null]);
  expect((await world.plan(id, BROKEN_AT)).facts.holds).toHaveLength(1);
  expect(await world.kinds(id)).not.toContain('promise_broken');
  await world.setSettings({ toleranceCents: 0n });
});

it('money that went back after the promise is owed beside it: the promised amount still keeps it', async () => {
  const { id, number } = await world.plannedCase();
  const { answer } = await world.pay(number, 10_000);
  await promise(id, 5_000);
  await world.goesBack(answer.id);
  await world.pay(number, 4_999);
  expect((await world.read(id)).holds).toMatchObject([{ endedAt: null }]);
  await world.pay(number, 1);
  expect((await world.read(id)).holds).toMatchObject([{ outcome: 'kept' }]);
});
