import { beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { HOLD_KINDS, type HoldKind } from '../../../domain/case/state.ts';
import { stoppingHold } from '../../../domain/messages/stopping-holds.ts';
import { countUnsettled } from '../../../facts/demo/unsettled.ts';
import { createWorld, NOW, type World } from '../world.ts';

// The demonstration's clock moves on once this figure is 0: if it is too high, the clock stands still; if too low, the clock leaves work
// behind.

const BEFORE = new Date('2026-11-23T09:00:00.000Z');
const AFTER = new Date('2026-11-23T11:00:00.000Z');

let world: World;
let customerId: string;
let invoiceId: string;
let others: number;
beforeAll(async () => {
  world = await createWorld();
  const { id, reference } = await world.customer();
  customerId = id;
  invoiceId = (await world.invoice(reference)).id;
  const { version } = await world.read(invoiceId);
  await world.db.invoice.update({ where: { id: invoiceId }, data: { plannedVersion: version } });
  others = await countUnsettled(world.all, NOW);
});

const left = async () => (await countUnsettled(world.all, NOW)) - others;
const own = () => ({ id: uuidv7(), creditorId: world.creditorId, customerId });

type Hold = {
  kind: HoldKind;
  invoiceId: string | null;
  endsAt?: Date;
  actionId?: string;
};
const hold = (data: Hold) =>
  world.db.hold.create({ data: { ...own(), reason: 'x', sinceAt: BEFORE, createdBy: 'test', ...data } });

const action = (data: { origin: string; mode?: 'automatic' | 'to_confirm'; dueAt?: Date }) =>
  world.db.action.create({
    data: {
      ...{ ...own(), kind: 'email', mode: 'automatic', dueAt: BEFORE, dueOn: BEFORE, ...data },
      invoices: { create: { invoiceId } },
    },
  });

const clear = async () => {
  const where = { customerId };
  await world.db.openStep.deleteMany({ where });
  await world.db.message.deleteMany({ where });
  await world.db.hold.deleteMany({ where });
  await world.db.action.deleteMany({ where });
};

describe('what was due and is not done yet', () => {
  it('a hold that is over, of a case that is open; not one that goes on', async () => {
    await hold({ kind: 'promise', invoiceId, endsAt: BEFORE });
    await hold({ kind: 'promise', invoiceId: null, endsAt: BEFORE });
    await hold({ kind: 'pause', invoiceId, endsAt: AFTER });
    expect(await left()).toBe(2);
    await world.db.invoice.update({ where: { id: invoiceId }, data: { closedAs: 'paid' } });
    expect(await left()).toBe(0);
    await world.db.invoice.update({ where: { id: invoiceId }, data: { closedAs: null } });
    await clear();
  });

  it('an automatic step whose hour has come, unless it is held', async () => {
    const { id } = await action({ origin: 'step' });
    const step = { ...own(), invoiceId, cycle: 1, stepKey: 'r1', level: 1, kind: 'email' as const, actionId: id };
    const { id: _id, ...data } = step;
    const more = { mode: 'automatic' as const, dueAt: BEFORE, dueOn: BEFORE, rule: 'x', reasons: [] };
    await world.db.openStep.create({ data: { ...data, ...more } });
    expect(await left()).toBe(1);
    const change = (changed: object) => world.db.openStep.update({ where: { invoiceId }, data: changed });
    await change({ dueAt: AFTER });
    expect(await left()).toBe(0);
    await change({ dueAt: BEFORE, mode: 'to_confirm' });
    expect(await left()).toBe(0);
    await change({ lapsesAt: BEFORE });
    expect(await left()).toBe(1);
    await hold({ kind: 'dispute', invoiceId });
    expect(await left()).toBe(0);
    await clear();
  });

  it('a specific action that leaves by itself, unless litigation or a pause stops it; a dispute does not', async () => {
    await action({ origin: 'specific_action' });
    await action({ origin: 'specific_action', mode: 'to_confirm' });
    await action({ origin: 'specific_action', dueAt: AFTER });
    await hold({ kind: 'dispute', invoiceId });
    expect(await left()).toBe(1);
    await hold({ kind: 'litigation', invoiceId });
    expect(await left()).toBe(0);
    await clear();
  });

  it.each(HOLD_KINDS)(
    'a specific action is waited for under %s where its message would leave, and not otherwise',
    async (kind) => {
      await action({ origin: 'specific_action' });
      await hold({ kind, invoiceId: kind === 'customer_pause' ? null : invoiceId });
      expect(await left()).toBe(stoppingHold('specific_action', [{ kind }]) === null ? 1 : 0);
      await clear();
    },
  );

  it('a specific action, unless a promise that was made after it, or stands again since, stops it', async () => {
    const { id: actionId } = await action({ origin: 'specific_action' });
    await hold({ kind: 'specific_action', invoiceId, actionId });
    const { id } = await hold({ kind: 'promise', invoiceId });
    expect(await left()).toBe(1);
    await world.db.hold.update({ where: { id }, data: { sinceAt: new Date(BEFORE.getTime() + 1) } });
    expect(await left()).toBe(0);
    for (const againAfterMs of [0, 1]) {
      const againAt = new Date(BEFORE.getTime() + againAfterMs);
      await world.db.hold.update({ where: { id }, data: { sinceAt: BEFORE, lapsedAt: BEFORE, againAt } });
      expect(await left()).toBe(1 - againAfterMs);
      const earlierLapses = [{ lapsedAt: BEFORE.toISOString(), againAt: againAt.toISOString() }];
      await world.db.hold.update({ where: { id }, data: { lapsedAt: againAt, againAt, earlierLapses } });
      expect(await left()).toBe(1 - againAfterMs);
      await world.db.hold.update({ where: { id }, data: { earlierLapses: [] } });
    }
    await clear();
  });

  it.each([
    ['reserved', 'email', null, null, 1],
    ['rendered', 'email', null, null, 1],
    ['rendered', 'letter', 'simple', null, 1],
    ['rendered', 'letter', 'registered', null, 0],
    ['ambiguous', 'email', null, null, 0],
    ['ambiguous', 'email', null, BEFORE, 1],
    ['sending', 'email', null, AFTER, 0],
    ['sent', 'email', null, null, 0],
  ] as const)('a message %s, %s %s, next try %s: %i', async (status, kind, letterKind, nextTryAt, count) => {
    const data = { ...own(), status, kind, letterKind, nextTryAt, reservedAt: BEFORE, actor: {}, test: true };
    await world.db.message.create({ data: { ...data, origin: 'manual', language: 'fr', currency: 'EUR' } });
    expect(await left()).toBe(count);
    await clear();
  });

  it('a case that has not planned with the newest facts', async () => {
    await world.db.invoice.update({ where: { id: invoiceId }, data: { version: { increment: 1 } } });
    expect(await left()).toBe(1);
  });
});
