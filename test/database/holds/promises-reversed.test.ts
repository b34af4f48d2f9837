import { beforeAll, describe, expect, it } from 'vitest';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { NOW, openWorld, type World } from './case-world.ts';
import { BROKEN_AT, LAST_MOMENT, PROMISED_ON } from './promised-days.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const promise = (id: string, amountCents: number, promisedOn = PROMISED_ON) =>
  recordPromise(world.db, world.on(NOW), id, { amount_cents: amountCents, promised_on: promisedOn });

describe('a promise whose payment is reversed', () => {
  const BEFORE_ITS_DAY = '2026-11-30T09:00:00.000Z';

  const lastSaid = async (invoiceId: string) =>
    (await world.db.historyEntry.findMany({ where: { invoiceId }, orderBy: { id: 'desc' }, take: 2 })).map(
      ({ kind, data }) => [kind, (data as { reopenedHoldIds?: string[] }).reopenedHoldIds],
    );

  it.each([10_000, 30_000])('before its day is over holds the case again (%i)', async (amountCents) => {
    const { id, number } = await world.plannedCase();
    await promise(id, amountCents);
    const { answer } = await world.pay(number, amountCents);
    await world.goesBack(answer.id, BEFORE_ITS_DAY);
    expect(await world.read(id)).toMatchObject({ closedAs: null, holds: [{ outcome: null, endedAt: null }] });
    const [hold] = (await world.read(id)).holds;
    expect((await lastSaid(id))[0]).toEqual(['payment_reversed', [hold!.id]]);
    expect((await world.plan(id, LAST_MOMENT)).facts.holds).toHaveLength(1);
    await world.pay(number, amountCents, BEFORE_ITS_DAY);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'kept' }]);
  });

  it('after its day and the days of grace is broken: a call to do, and the ladder goes on', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    const { answer } = await world.pay(number, 10_000);
    await world.goesBack(answer.id, BROKEN_AT);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'broken', endedAt: new Date(BROKEN_AT) }]);
    expect(await lastSaid(id)).toEqual([
      ['promise_broken', undefined],
      ['payment_reversed', undefined],
    ]);
    expect(await world.tasks(id, 'promise_broken')).toHaveLength(1);
    expect((await world.plan(id, BROKEN_AT)).facts.holds).toEqual([]);
  });

  it('stays kept when other money keeps it: what came before it, or after, went back', async () => {
    const { id, number } = await world.plannedCase();
    const before = await world.pay(number, 5_000);
    await promise(id, 10_000);
    await world.pay(number, 10_000);
    const after = await world.pay(number, 5_000);
    await world.goesBack(before.answer.id, BEFORE_ITS_DAY);
    await world.goesBack(after.answer.id, BEFORE_ITS_DAY);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'kept' }]);
  });

  it('of instalments: the second one is waited for again, the first stays kept', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    await promise(id, 10_000, '2027-01-04');
    await world.pay(number, 10_000);
    const { answer } = await world.pay(number, 10_000);
    await world.goesBack(answer.id, BEFORE_ITS_DAY);
    const { holds } = await world.read(id);
    expect(holds.map(({ untilOn, outcome }) => [untilOn?.toISOString().slice(0, 10), outcome]).sort()).toEqual([
      [PROMISED_ON, 'kept'],
      ['2027-01-04', null],
    ]);
  });

  it('is waited for again although a credit of as much has come since', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    await world.credit(id, 20_000);
    const { answer } = await world.pay(number, 10_000);
    await world.goesBack(answer.id, BEFORE_ITS_DAY);
    expect(await world.read(id)).toMatchObject({ closedAs: null, balanceCents: 10_000, holds: [{ endedAt: null }] });
  });

  it('stays kept with all that a credit left of it', async () => {
    const { id, number } = await world.plannedCase();
    const before = await world.pay(number, 5_000);
    await promise(id, 25_000);
    await world.credit(id, 15_000);
    await world.pay(number, 10_000);
    await world.goesBack(before.answer.id, BEFORE_ITS_DAY);
    expect(await world.read(id)).toMatchObject({ closedAs: null, balanceCents: 5_000, holds: [{ outcome: 'kept' }] });
  });

  it('on a case that was written off holds nothing', async () => {
    const { id, number } = await world.plannedCase();
    await promise(id, 10_000);
    const { answer } = await world.pay(number, 10_000);
    await endCase(world.db, world.on(NOW), id, 'written_off', { reason: 'Irrécouvrable' });
    await world.goesBack(answer.id, BEFORE_ITS_DAY);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'kept' }]);
  });
});
