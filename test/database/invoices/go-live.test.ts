import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTask } from '../../../facts/create-task.ts';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { goLive } from '../../../facts/creditors/go-live.ts';
import { planCase } from '../../../facts/plan/plan-case.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { handOver } from '../holds/case-world.ts';
import { createWorld, NOW, refusal, type World } from '../world.ts';

describe('Going live', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });

  const plan = async (id: string) => {
    const { customerId } = await world.read(id);
    return world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return planCase(tx, world.context, id);
    });
  };

  it('begins every open case anew, at its initial level, with a first step that waits for a person', async () => {
    const { reference } = await world.customer();
    const fresh = await world.invoice(reference);
    const reached = await world.invoice(reference, { initial_level: 1, initial_level_on: '2026-11-10' });
    const paid = await world.invoice(reference);
    await world.pay(paid.number, 100_00);
    await plan(fresh.id);
    await plan(reached.id);
    await world.db.invoice.update({ where: { id: fresh.id }, data: { level: 2 } });
    const rows = () =>
      world.db.invoice.findMany({
        select: { id: true, version: true, cycle: true, level: true },
        orderBy: { id: 'asc' },
      });
    const before = await rows();

    const dry = await goLive(world.db, world.context, { dryRun: true });
    expect(await rows()).toEqual(before);
    const real = await goLive(world.db, world.context, { dryRun: false });

    expect(real).toEqual(dry);
    expect(real.cases).toBe(2);
    expect(real.no_address).toBe(0);
    expect(real.first_day.length).toBeGreaterThan(0);
    expect(await world.read(fresh.id)).toMatchObject({ cycle: 2, level: 0, confirmReason: 'going_live' });
    expect(await world.read(reached.id)).toMatchObject({ cycle: 2, level: 1, confirmReason: 'going_live' });
    expect(await world.read(paid.id)).toMatchObject({ cycle: 1, confirmReason: null });
    expect((await plan(fresh.id)).step).toMatchObject({ level: 1, mode: 'to_confirm', cycle: 2 });
    expect((await plan(reached.id)).step).toMatchObject({ level: 2, mode: 'to_confirm', cycle: 2 });
  });

  it('counts what is due in another currency on the first day, and never adds it to the euros', async () => {
    const other = await createWorld();
    const { reference } = await other.customer();
    await other.invoice(reference);
    await other.invoice(reference, { currency: 'XPF', total_cents: 500_000_00 });
    const { first_day } = await goLive(other.db, other.context, { dryRun: true });
    expect(first_day).toEqual([expect.objectContaining({ level: 1, count: 2, balance_cents: 100_00 })]);
  });

  it('withdraws what was open, but for what is on its way, and ends the tasks of ladders that were over', async () => {
    const other = await createWorld();
    const planned = async (invoiceId: string) => {
      const { customerId } = await other.read(invoiceId);
      await other.db.$transaction(async (tx) => {
        await lockCustomers(tx, [customerId]);
        await planCase(tx, other.context, invoiceId);
      });
    };
    const { id: customerId, reference } = await other.customer();
    const [open, leaving, over] = [
      await other.invoice(reference),
      await other.invoice(reference),
      await other.invoice(reference),
    ];
    for (const { id } of [open, leaving]) await planned(id);
    await other.db.invoice.update({ where: { id: over.id }, data: { exhaustedAt: NOW, level: 3 } });
    const task = { kind: 'task', origin: 'exhausted', title: 'x', dueAt: NOW, dueOn: '2026-11-23' } as const;
    await createTask(other.all, other.context, { ...task, customerId, invoiceIds: [over.id] });
    const messageId = await handOver({ ...other, creditor: { id: other.creditorId } } as never, {
      customerId,
      invoiceId: leaving.id,
    });
    await other.db.openStep.update({ where: { invoiceId: leaving.id }, data: { messageId } });
    await goLive(other.db, other.context, { dryRun: false });
    const steps = await other.db.openStep.findMany({ select: { invoiceId: true } });
    expect(steps).toEqual([{ invoiceId: leaving.id }]);
    const actions = await other.db.action.findMany({ include: { invoices: true } });
    const states = actions.map(({ origin, state, reason, invoices }) => [origin, state, reason, invoices.length]);
    expect(states.toSorted()).toEqual([
      ['exhausted', 'cancelled', 'ladder_goes_on', 0],
      ['step', 'cancelled', 'going_live', 0],
      ['step', 'open', null, 1],
    ]);
    expect(await other.read(over.id)).toMatchObject({ cycle: 2, level: 0, exhaustedAt: null });
  });

  it('at the same time as a change of settings waits for it, or the other way round', async () => {
    const other = await createWorld();
    const { id, reference } = await other.customer();
    await other.invoice(reference);
    const soon = () => sleep(150);
    let both: Promise<unknown> = Promise.resolve();
    await other.db.$transaction(async (tx) => {
      await lockCustomers(tx, [id]);
      const live = goLive(other.db, other.context, { dryRun: false });
      await soon();
      const changed = changeSettings(other.db, other.creditorId, { send_hour: 11 }, () => undefined);
      await soon();
      both = Promise.all([live, changed]);
    });
    await both;
    expect(await other.db.settings.findFirstOrThrow()).toMatchObject({ sendHour: 11, liveAt: NOW });
  });

  it('happens once', async () => {
    expect(await refusal(goLive(world.db, world.context, { dryRun: false }))).toMatchObject({ code: 'already_live' });
  });
});
