import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goLive } from '../../../facts/creditors/go-live.ts';
import { planCase } from '../../../facts/plan/plan-case.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { createWorld, refusal, type World } from '../world.ts';

describe('Going live', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.stop());

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

    const dry = await goLive(world.db, world.context, true);
    expect(await rows()).toEqual(before);
    const real = await goLive(world.db, world.context, false);

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

  it('happens once', async () => {
    expect(await refusal(goLive(world.db, world.context, false))).toMatchObject({ code: 'already_live' });
  });
});
