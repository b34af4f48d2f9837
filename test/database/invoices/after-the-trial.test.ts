import { expect, it } from 'vitest';
import { goLive } from '../../../facts/creditors/go-live.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { remakeOther } from '../../../facts/messages/remaking/remake-other.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import type { Dispatcher } from '../../../temporal/dispatcher.ts';
import { tellSpecificActions } from '../../../temporal/tell-specific.ts';
import { specificActionWorkflowId } from '../../../workflows/ids.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

const LIVE = '2026-11-25T09:00:00.000Z';
const LATER = '2026-12-16T08:00:00.000Z';
const OLD = { issued_on: '2026-09-01', due_on: '2026-09-10' };
const MAIL = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };

const live = (world: World) => goLive(world.db, world.on(LIVE), { dryRun: false });

async function owed(world: World) {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer, OLD);
  await world.plan(invoice.id);
  return { ...invoice, customerId: customer.id };
}

async function specific(world: World, { customerId, id }: { customerId: string; id: string }, more: object) {
  const input = specificActionInput.parse({ customer_id: customerId, invoice_ids: [id], ...MAIL, ...more });
  return (await createSpecific(world.db, world.on(NOW), input, null)).answer;
}

const under = <T>(world: World, customerId: string, act: (tx: Parameters<typeof takeCustomer>[0]) => Promise<T>) =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return act(tx);
  });

it('a case that was paid in the trial begins anew when its payment goes back after going live', async () => {
  const world = await openWorld();
  const { id, number } = await owed(world);
  const record = { invoiceId: id, cycle: 1, stepKey: 'r2', level: 2, outcome: 'sent', on: NOW, at: NOW } as const;
  await world.db.stepRecord.create({ data: { id: crypto.randomUUID(), ...record } });
  await world.db.invoice.update({ where: { id }, data: { level: 2, exhaustedAt: NOW } });
  const { answer } = await world.pay(number, 30_000);
  await live(world);
  await world.goesBack(answer.id, LATER);
  expect(await world.read(id)).toMatchObject({ closedAs: null, cycle: 2, level: 0, confirmReason: 'going_live' });
  expect((await world.plan(id, LATER)).step).toMatchObject({ level: 1, cycle: 2, mode: 'to_confirm' });
  expect((await world.kinds(id)).slice(-3)).toEqual(['payment_reversed', 'level_set', 'planned']);
});

it('a case that was paid after going live goes on where it was, when its payment goes back', async () => {
  const world = await openWorld();
  const { id, number } = await owed(world);
  await live(world);
  await world.db.invoice.update({ where: { id }, data: { level: 2, confirmReason: null } });
  const { answer } = await world.pay(number, 30_000, '2026-11-26T09:00:00.000Z');
  await world.goesBack(answer.id, LATER);
  expect(await world.read(id)).toMatchObject({ closedAs: null, cycle: 2, level: 2, confirmReason: 'reversal' });
});

it('a specific action that was planned in the trial leaves no more by itself: it is to be confirmed', async () => {
  const world = await openWorld();
  const one = await owed(world);
  const { id } = await specific(world, one, { execute_on: '2026-12-15' });
  await live(world);
  const at = { ...world.on('2026-12-15T08:00:00.000Z'), actor: { kind: 'system', name: 'Relance' } as const };
  const move = await under(world, one.customerId, (tx) => runSpecific(tx, at, id));
  expect(move).toMatchObject({ kind: 'over', messageId: null });
  expect(await world.db.message.count({ where: { actionId: id } })).toBe(0);
  const action = await world.db.action.findUniqueOrThrow({ where: { id } });
  expect(action).toMatchObject({ state: 'open', mode: 'to_confirm', reason: 'planned_in_trial' });
});

it('its workflow hears of it, and none is started', async () => {
  const world = await openWorld();
  const one = await owed(world);
  const { id } = await specific(world, one, { execute_on: '2026-12-15' });
  await live(world);
  const heard: string[] = [];
  const getHandle = (workflowId: string) => ({ signal: async () => heard.push(workflowId) });
  const dispatcher = { client: { workflow: { getHandle } } } as unknown as Dispatcher;
  await tellSpecificActions(world.db, dispatcher, [id], new Date(LIVE));
  expect(heard).toEqual([specificActionWorkflowId(world.creditor.slug, id)]);
});

it('one that a person sent in the trial, and that going live took back on its way, is asked for again', async () => {
  const world = await openWorld();
  const one = await owed(world);
  const { id, messageId } = await specific(world, one, {});
  await live(world);
  const remade = await under(world, one.customerId, async (tx) => {
    const message = await loadMessageToSettle(tx, messageId!);
    await settleMessage(tx, world.on(LIVE), message, { kind: 'cancelled', reason: 'invoice_changed' });
    return remakeOther(tx, world.on(LIVE), message);
  });
  expect(remade).toBeNull();
  const action = await world.db.action.findUniqueOrThrow({ where: { id } });
  expect(action).toMatchObject({ state: 'open', mode: 'to_confirm', messageId: null });
});

it('a run that was started in the trial sends nothing more', async () => {
  const world = await openWorld();
  const one = await owed(world);
  const input = { level: 1, mode: 'email' as const, dryRun: false, invoiceIds: [one.id] };
  const runId = await createRun(world.db, world.on(NOW), input, null);
  await live(world);
  await world.plan(one.id, LIVE);
  const run = await world.db.run.findUniqueOrThrow({ where: { id: runId } });
  const taken = await under(world, one.customerId, (tx) => takeCustomer(tx, world.on(LIVE), run, one.customerId));
  expect(taken.startMessageIds).toEqual([]);
  expect((await runRefusals(world.db, runId)).map(({ code }) => code)).toEqual(['started_in_trial']);
});
