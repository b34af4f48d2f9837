import { beforeAll, describe, expect, it } from 'vitest';
import { historyText } from '../../../domain/case/history-text.ts';
import { promiseAnswer } from '../../../facts/holds/hold-answer.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { reopenPromise } from '../../../facts/holds/reopen-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { NOW, openWorld, type World } from './case-world.ts';
import { BROKEN_AT, LAST_MOMENT, PROMISED_ON } from './promised-days.ts';

// A promise that was withdrawn by mistake is in force again as it was made.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

interface Promised {
  invoiceId: string;
  promiseId: string;
}

async function promised(amountCents = 30_000) {
  const invoice = await world.plannedCase();
  const money = { amount_cents: amountCents, promised_on: PROMISED_ON, comment: 'Par téléphone' };
  const { answer } = await recordPromise(world.db, world.on(NOW), invoice.id, money);
  return { ...invoice, ids: { invoiceId: invoice.id, promiseId: answer.id }, answer };
}

/** A promise made in its place, without a comment; returns its id. */
async function again(invoiceId: string, amountCents: number, on: string): Promise<string> {
  const input = { amount_cents: amountCents, promised_on: on };
  return (await recordPromise(world.db, world.on(NOW), invoiceId, input)).answer.id;
}

const withdraw = (ids: Promised, at: Date | string = NOW) => withdrawPromise(world.db, world.on(at), ids);
const reopen = (ids: Promised, at: Date | string = NOW) => reopenPromise(world.db, world.on(at), ids);
const stateOf = async ({ promiseId }: Promised) =>
  promiseAnswer(await world.db.hold.findUniqueOrThrow({ where: { id: promiseId } })).state;

describe('a promise that was withdrawn by mistake', () => {
  it('holds the case again until its day, with its own words and proof, and the workflow is told', async () => {
    const { id, ids, answer } = await promised();
    await withdraw(ids);
    const { version } = await world.read(id);
    const again = await reopen(ids);
    expect(again.answer).toEqual(answer);
    expect(again.tellings).toMatchObject([{ signal: 'promiseReceived', data: { holdId: answer.id } }]);
    const row = await world.read(id);
    expect(row.version).toBe(version + 1);
    expect(row.holds).toMatchObject([{ endsAt: new Date(BROKEN_AT), endedAt: null, outcome: null }]);
    expect((await world.plan(id, LAST_MOMENT)).facts.holds).toHaveLength(1);
    const entry = await world.db.historyEntry.findFirstOrThrow({
      where: { invoiceId: id, kind: 'promise' },
      orderBy: { id: 'desc' },
    });
    expect(historyText('promise', entry.data as object, 'fr')).toContain('rétablie');
  });

  it('does so still while the days of grace last, and no longer', async () => {
    const { ids } = await promised();
    await withdraw(ids, LAST_MOMENT);
    expect((await reopen(ids, LAST_MOMENT)).answer.state).toBe('open');
    await withdraw(ids, LAST_MOMENT);
    await expect(reopen(ids, BROKEN_AT)).rejects.toMatchObject({ kind: 'conflict', code: 'promise_day_over' });
  });

  it('waits for no more than what is missing of it: what had come before is not asked for twice', async () => {
    const { number, ids } = await promised(20_000);
    await world.pay(number, 15_000);
    await withdraw(ids);
    await reopen(ids);
    expect(await stateOf(ids)).toBe('open');
    await world.pay(number, 5_000);
    expect(await stateOf(ids)).toBe('kept');
  });

  it('is kept when the money came while it was withdrawn', async () => {
    const { number, ids } = await promised(20_000);
    await withdraw(ids);
    await world.pay(number, 20_000);
    expect((await reopen(ids)).answer.state).toBe('kept');
  });

  it('is not kept by the money that a promise made in its place has had', async () => {
    const { id, number, ids } = await promised(10_000);
    await withdraw(ids);
    const other = await again(id, 10_000, '2026-12-12');
    await world.pay(number, 10_000);
    expect(await stateOf({ invoiceId: id, promiseId: other })).toBe('kept');
    expect((await reopen(ids)).answer.state).toBe('open');
    await world.pay(number, 10_000);
    expect(await stateOf(ids)).toBe('kept');
  });

  it('does not stand beside the same promise made anew, nor with more than is left to pay', async () => {
    const { id, ids } = await promised(20_000);
    await withdraw(ids);
    const anew = await again(id, 20_000, PROMISED_ON);
    await expect(reopen(ids)).rejects.toMatchObject({ kind: 'conflict', code: 'promised_again' });
    await withdraw({ invoiceId: id, promiseId: anew });
    await again(id, 20_000, '2026-12-12');
    await expect(reopen(ids)).rejects.toMatchObject({ kind: 'conflict', code: 'above_balance' });
    expect(await stateOf(ids)).toBe('withdrawn');
  });

  it('asks nobody to confirm what comes after it, where its end alone had asked for that', async () => {
    const { id, ids } = await promised();
    await world.db.hold.update({ where: { id: ids.promiseId }, data: { sinceAt: new Date('2026-10-01T09:00:00Z') } });
    await withdraw(ids);
    expect((await world.read(id)).confirmReason).toBe('long_hold');
    await reopen(ids);
    expect((await world.read(id)).confirmReason).toBeNull();
  });

  it('twice is once; one that was kept, another invoice’s, or of a case that is over is refused', async () => {
    const { number, ids } = await promised();
    await withdraw(ids);
    await reopen(ids);
    expect(await reopen(ids)).toMatchObject({ replayed: true, answer: { state: 'open' } });
    const other = await promised(20_000);
    await expect(reopen({ ...ids, invoiceId: other.id })).rejects.toMatchObject({ kind: 'not_found' });
    await world.pay(other.number, 20_000);
    await expect(reopen(other.ids)).rejects.toMatchObject({ code: 'promise_over' });
    await withdraw(ids);
    await world.pay(number, 30_000);
    await expect(reopen(ids)).rejects.toMatchObject({ code: 'case_closed' });
  });
});
