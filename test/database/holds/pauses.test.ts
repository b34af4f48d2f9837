import { beforeAll, describe, expect, it } from 'vitest';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { resumeCustomer } from '../../../facts/holds/resume-customer.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { handOver, NOW, openWorld, type World } from './case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

describe('a pause of an invoice', () => {
  it('without a last day takes the step back and waits for a person', async () => {
    const { id } = await world.plannedCase();
    const { answer } = await setPause(world.db, world.on(NOW), id, { reason: 'Liquidation', cause: 'insolvency' });
    expect(answer).toMatchObject({ kind: 'pause', cause: 'insolvency', until_on: null });
    expect((await world.read(id)).openStep).toBeNull();
    expect((await world.plan(id, '2027-06-01T09:00:00Z')).facts.holds).toHaveLength(1);
  });

  it('with a last day holds through that day and no longer', async () => {
    const { id } = await world.plannedCase();
    await setPause(world.db, world.on(NOW), id, { reason: 'Congés', until_on: '2026-12-04' });
    expect((await world.read(id)).openStep).not.toBeNull();
    expect((await world.plan(id, '2026-12-04T22:59:59.999Z')).facts.holds).toHaveLength(1);
    const plan = await world.plan(id, '2026-12-04T23:00:00.000Z');
    expect(plan.facts.holds).toHaveLength(0);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'expired' }]);
    expect(await world.kinds(id)).toContain('resumed');
  });

  it('again with other terms is the same pause, changed; with the same it is nothing new', async () => {
    const { id } = await world.plannedCase();
    const first = await setPause(world.db, world.on(NOW), id, { reason: 'Congés', until_on: '2026-12-04' });
    const { version } = await world.read(id);
    expect(await setPause(world.db, world.on(NOW), id, { reason: 'Congés', until_on: '2026-12-04' })).toMatchObject({
      replayed: true,
    });
    expect((await world.read(id)).version).toBe(version);
    const longer = await setPause(world.db, world.on(NOW), id, { reason: 'Congés' });
    expect(longer.answer).toMatchObject({ id: first.answer.id, until_on: null });
    const after = await world.read(id);
    expect(after.holds).toHaveLength(1);
    expect(after.openStep).toBeNull();
  });

  it('counts from the day on which proceedings are told, when it stood for another cause before, and no further back', async () => {
    const { id } = await world.plannedCase();
    const since = async () => (await world.read(id)).holds.map(({ sinceAt }) => sinceAt.toISOString());
    const insolvent = { reason: 'Redressement', cause: 'insolvency' } as const;
    await setPause(world.db, world.on('2026-11-20T09:00:00.000Z'), id, { reason: 'Congés' });
    await setPause(world.db, world.on('2026-11-21T09:00:00.000Z'), id, { reason: 'Longs congés' });
    expect(await since()).toEqual(['2026-11-20T09:00:00.000Z']);
    await setPause(world.db, world.on('2026-11-22T09:00:00.000Z'), id, insolvent);
    await setPause(world.db, world.on('2026-11-23T09:00:00.000Z'), id, { ...insolvent, reason: 'RJ du 22 novembre' });
    expect(await since()).toEqual(['2026-11-22T09:00:00.000Z']);
    await setPause(world.db, world.on('2026-11-24T09:00:00.000Z'), id, { reason: 'Plan adopté' });
    expect(await since()).toEqual(['2026-11-24T09:00:00.000Z']);
  });

  it('lifted by mistake and set again at once is the pause that it was, since the day of the judgment', async () => {
    const { id } = await world.plannedCase();
    const insolvent = { reason: 'Redressement', cause: 'insolvency' } as const;
    const first = await setPause(world.db, world.on('2026-11-20T09:00:00.000Z'), id, insolvent);
    await liftPause(world.db, world.on('2026-11-24T09:00:00.000Z'), id);
    await world.plan(id, '2026-11-24T09:00:01.000Z');
    const again = await setPause(world.db, world.on('2026-11-24T09:00:10.000Z'), id, insolvent);
    expect(again.answer).toMatchObject({ id: first.answer.id, since_at: '2026-11-20T09:00:00.000Z', ended_at: null });
    const after = await world.read(id);
    expect(after.holds).toMatchObject([{ cause: 'insolvency', outcome: null }]);
    expect(after.openStep).toBeNull();
  });

  it('lifted by mistake after a month and set again at once asks no person for the reminder that its end had asked for', async () => {
    const { id } = await world.plannedCase();
    const holidays = { reason: 'Congés' } as const;
    await setPause(world.db, world.on('2026-10-20T09:00:00.000Z'), id, holidays);
    await liftPause(world.db, world.on('2026-11-24T09:00:00.000Z'), id);
    expect((await world.read(id)).confirmReason).toBe('long_hold');
    await setPause(world.db, world.on('2026-11-24T09:00:10.000Z'), id, holidays);
    expect((await world.read(id)).confirmReason).toBeNull();
    await liftPause(world.db, world.on('2026-11-24T09:00:20.000Z'), id);
    expect((await world.read(id)).confirmReason).toBe('long_hold');
  });

  it('lifted by mistake and set again leaves what a person was asked for before, or for the end of a litigation since', async () => {
    const holidays = { reason: 'Congés' } as const;
    const before = await world.plannedCase();
    await world.db.invoice.update({ where: { id: before.id }, data: { confirmReason: 'long_hold' } });
    const since = await world.plannedCase();
    for (const { id } of [before, since]) {
      await setPause(world.db, world.on('2026-10-20T09:00:00.000Z'), id, holidays);
      await liftPause(world.db, world.on('2026-11-24T09:00:00.000Z'), id);
    }
    await openLitigation(world.db, world.on('2026-11-24T09:00:05.000Z'), since.id, { reason: 'Avocat' });
    await closeLitigation(world.db, world.on('2026-11-24T09:00:08.000Z'), since.id);
    for (const { id } of [before, since]) {
      await setPause(world.db, world.on('2026-11-24T09:00:10.000Z'), id, holidays);
      expect((await world.read(id)).confirmReason).toBe('long_hold');
    }
  });

  it('set again later, or on other terms, is another pause', async () => {
    const { id } = await world.plannedCase();
    const insolvent = { reason: 'Redressement', cause: 'insolvency' } as const;
    const first = await setPause(world.db, world.on('2026-11-20T09:00:00.000Z'), id, insolvent);
    await liftPause(world.db, world.on('2026-11-24T09:00:00.000Z'), id);
    const other = await setPause(world.db, world.on('2026-11-24T09:00:10.000Z'), id, { reason: 'Congés' });
    expect(other.answer.id).not.toBe(first.answer.id);
    await liftPause(world.db, world.on('2026-11-24T09:00:20.000Z'), id);
    const later = await setPause(world.db, world.on('2026-11-24T10:00:00.000Z'), id, insolvent);
    expect(later.answer).toMatchObject({ since_at: '2026-11-24T10:00:00.000Z' });
    expect(later.answer.id).not.toBe(first.answer.id);
  });

  it('with a last day that is past, or ten years off, is refused', async () => {
    const { id } = await world.plannedCase();
    for (const until_on of ['2026-11-23', '2036-12-24']) {
      const refused = setPause(world.db, world.on(NOW), id, { reason: 'x', until_on });
      await expect(refused).rejects.toMatchObject({ kind: 'invalid' });
    }
    expect((await setPause(world.db, world.on(NOW), id, { reason: 'x', until_on: '2026-11-24' })).replayed).toBe(false);
  });

  it('lifted before the planned day changes nothing of the plan', async () => {
    const { id } = await world.plannedCase();
    const before = await world.read(id);
    await setPause(world.db, world.on(NOW), id, { reason: 'Congés', until_on: '2026-12-01' });
    await world.plan(id);
    await liftPause(world.db, world.on('2026-11-25T09:00:00Z'), id);
    const plan = await world.plan(id, '2026-11-25T09:00:00Z');
    expect(plan.step).toMatchObject({ dueAt: before.openStep?.dueAt.toISOString(), mode: 'automatic' });
    expect(await liftPause(world.db, world.on(NOW), id)).toMatchObject({ replayed: true });
  });
});

describe('a pause of a customer', () => {
  it('holds each open invoice and one still to come, and no other customer’s', async () => {
    const { customer, id } = await world.plannedCase();
    const stranger = await world.plannedCase();
    const second = await world.newInvoice(customer);
    const messageId = await handOver(world, { customerId: customer.id, invoiceId: second.id });
    const outcome = await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'Décès' });
    expect(outcome.tellings.map(({ invoiceId }) => invoiceId).sort()).toEqual([id, second.id].sort());
    expect(outcome.handedOver).toEqual([{ message_id: messageId, invoice_number: second.number }]);
    const late = await world.newInvoice(customer);
    expect((await world.plan(late.id)).facts.holds).toMatchObject([{ kind: 'customer_pause' }]);
    expect((await world.read(late.id)).openStep).toBeNull();
    expect((await world.plan(stranger.id)).facts.holds).toHaveLength(0);
    expect((await world.read(stranger.id)).openStep).not.toBeNull();
  });

  it('tells only the invoices that are open', async () => {
    const { customer, id, number } = await world.plannedCase();
    const open = await world.newInvoice(customer);
    await world.pay(number, 30_000);
    const { version } = await world.read(id);
    const { tellings } = await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'x' });
    expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([open.id]);
    expect((await world.read(id)).version).toBe(version);
  });

  it('ends for all of them at once when its day is over, whichever wakes first', async () => {
    const { customer, id } = await world.plannedCase();
    const second = await world.newInvoice(customer);
    await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'Congés', until_on: '2026-12-04' });
    await world.plan(second.id, '2026-12-04T23:00:00.000Z');
    expect((await world.plan(id, '2026-12-04T23:00:00.000Z')).facts.holds).toHaveLength(0);
    for (const one of [id, second.id]) {
      expect((await world.kinds(one)).filter((kind) => kind === 'resumed')).toHaveLength(1);
    }
  });

  it('lifted by a person frees them, and leaves an invoice’s own pause in force', async () => {
    const { customer, id } = await world.plannedCase();
    const own = await world.newInvoice(customer);
    await setPause(world.db, world.on(NOW), own.id, { reason: 'Attente' });
    await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'Congés' });
    const { tellings } = await resumeCustomer(world.db, world.on(NOW), customer.id);
    expect(tellings.every(({ signal }) => signal === 'pauseLifted')).toBe(true);
    expect((await world.plan(id)).facts.holds).toHaveLength(0);
    expect((await world.plan(own.id)).facts.holds).toMatchObject([{ kind: 'pause' }]);
    expect(await resumeCustomer(world.db, world.on(NOW), customer.id)).toMatchObject({ replayed: true });
  });

  it('of more than thirty days makes the next step of each wait for a person', async () => {
    const { customer, id } = await world.plannedCase();
    await pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'Enquête' });
    await resumeCustomer(world.db, world.on('2027-01-10T09:00:00Z'), customer.id);
    expect((await world.read(id)).confirmReason).toBe('long_hold');
    expect((await world.plan(id, '2027-01-10T09:00:00Z')).step).toMatchObject({ mode: 'to_confirm' });
  });

  it('of more than thirty days that is over before anybody woke is over for each case too, whoever asks next', async () => {
    const until = { reason: 'Enquête', until_on: '2027-01-10' };
    const later = world.on('2027-01-11T09:00:00Z');
    for (const next of ['lifted', 'paused again'] as const) {
      const { customer, id } = await world.plannedCase();
      await pauseCustomer(world.db, world.on(NOW), customer.id, until);
      const { version } = await world.read(id);
      if (next === 'lifted') await resumeCustomer(world.db, later, customer.id);
      else await pauseCustomer(world.db, later, customer.id, { reason: 'Congés', until_on: '2027-01-12' });
      const after = await world.read(id);
      expect(after.confirmReason).toBe('long_hold');
      expect(after.version).toBeGreaterThan(version);
      expect(await world.kinds(id)).toContain('resumed');
      expect((await world.plan(id, '2027-01-13T09:00:00Z')).step).toMatchObject({ mode: 'to_confirm' });
    }
  });

  it('of more than thirty days to come says so from the start, and no more once it is lifted early', async () => {
    const { customer, id } = await world.plannedCase();
    const pause = (on: string) => pauseCustomer(world.db, world.on(NOW), customer.id, { reason: 'x', until_on: on });
    await pause('2026-12-20');
    expect((await world.plan(id)).step).toMatchObject({ mode: 'automatic' });
    await pause('2027-01-10');
    expect((await world.plan(id)).step).toMatchObject({ mode: 'to_confirm' });
    await resumeCustomer(world.db, world.on(NOW), customer.id);
    expect((await world.plan(id)).step).toMatchObject({ mode: 'automatic' });
  });
});
