import { describe, expect, it } from 'vitest';
import { confirmAfterRestore } from '../../../facts/creditors/after-restore.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { openSending } from '../messages/sending-world.ts';

const underLock = <Result>({ db }: World, customerId: string, work: (tx: Transaction) => Promise<Result>) =>
  db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return work(tx);
  });

/** Does what the command does, for these creditors only: other tests have theirs in the same database. */
const restored = (...worlds: World[]) =>
  confirmAfterRestore(worlds[0]!.db, NOW, { id: { in: worlds.map(({ creditor }) => creditor.id) } });

const OVERDUE = { issued_on: '2026-09-01', due_on: '2026-09-10' };

// Postgres was restored to an earlier instant: reminders have left since that it does not know of, and customers have paid.

describe('After a restore of Postgres', () => {
  it('the next reminder of every open case waits for a person, of every creditor and whatever its mode and setting', async () => {
    const [ours, theirs] = [await openWorld(), await openWorld()];
    const cases = [await ours.plannedCase(), await theirs.plannedCase()];
    for (const world of [ours, theirs]) await world.setSettings({ confirmAfterRelease: false });
    const modes = cases.map(async ({ id }) => (await ours.read(id)).openStep?.mode);
    expect(await Promise.all(modes)).toEqual(['automatic', 'automatic']);
    expect((await restored(ours, theirs)).cases).toBe(2);
    for (const [index, world] of [ours, theirs].entries()) {
      const before = await world.read(cases[index]!.id);
      // The restore is told to running workflows, and a workflow that is started again plans with it.
      expect(before.version).toBeGreaterThan(before.toldVersion);
      const { step, sentence } = await world.plan(before.id);
      expect(step?.mode).toBe('to_confirm');
      expect(sentence).toMatch(/rétablie d’une sauvegarde/);
    }
  });

  it('what had been reserved or made and had not left never leaves, whoever had asked for it', async () => {
    const sending = await openSending('http://127.0.0.1:1');
    const [untouched, drawn, confirmed] = [
      await sending.rendered(),
      await sending.rendered('system'),
      await sending.rendered(),
    ];
    const reserved = await sending.rendered('system', { status: 'reserved', renderedAt: null });
    expect(await sending.handOver(untouched)).toMatchObject({ kind: 'go' });
    await restored(sending.world);
    for (const id of [drawn, confirmed, reserved]) {
      expect(await sending.row(id)).toMatchObject({ status: 'cancelled', failureDetail: 'restored' });
      expect(await sending.handOver(id)).toEqual({ kind: 'cancelled', status: 'cancelled' });
    }
    // For a message that had been handed over, the outcome is unknown.
    expect(await sending.handOver(untouched, undefined, true)).toEqual({ kind: 'ambiguous' });
  });

  it('what a person had confirmed is his to confirm again', async () => {
    const world = await openWorld();
    const customer = await world.newCustomer();
    const { id } = await world.newInvoice(customer, OVERDUE);
    await world.db.invoice.update({ where: { id }, data: { confirmReason: 'reversal' } });
    await world.plan(id);
    const { actionId } = await world.db.openStep.findUniqueOrThrow({ where: { invoiceId: id } });
    const on = world.on('2026-11-26T09:00:00.000Z');
    const decision = { id: '', actionId, invoiceId: id, args: {}, actor: on.actor };
    const { messageId } = (await underLock(world, customer.id, (tx) => confirmStep(tx, on, decision))).verdict;
    expect(messageId).toEqual(expect.any(String));
    await restored(world);
    expect((await world.plan(id)).step?.mode).toBe('to_confirm');
    const messages = await world.db.message.findMany({ where: { items: { some: { invoiceId: id } } } });
    expect(messages.map(({ status }) => status)).toEqual(['cancelled']);
    expect((await world.read(id)).openStep).toMatchObject({ mode: 'to_confirm', messageId: null });
  });

  it('a run under way reminds nobody more, and says why; a dry run goes on', async () => {
    const world = await openWorld();
    const owed = async () => {
      const customer = await world.newCustomer();
      return { customer, ...(await world.newInvoice(customer, OVERDUE)) };
    };
    const [taken, waiting] = [await owed(), await owed()];
    const asked = { level: 1, mode: 'email' as const, invoiceIds: [taken.id, waiting.id] };
    const runId = await createRun(world.db, world.on(NOW), { ...asked, dryRun: false }, null);
    const dryId = await createRun(world.db, world.on(NOW), { ...asked, dryRun: true }, null);
    const take = async (of: string, { customer }: typeof taken) => {
      const run = await world.db.run.findUniqueOrThrow({ where: { id: of } });
      return underLock(world, customer.id, (tx) => takeCustomer(tx, world.on(NOW), run, customer.id));
    };
    expect((await take(runId, taken)).startMessageIds).toHaveLength(1);
    await restored(world);
    expect((await take(runId, waiting)).startMessageIds).toEqual([]);
    expect(await runRefusals(world.db, runId)).toEqual([
      { invoice_id: taken.id, code: 'restored', detail: expect.stringMatching(/taken back.*backup/) as string },
      { invoice_id: waiting.id, code: 'restored', detail: expect.stringMatching(/backup/) as string },
    ]);
    expect(await world.db.runItem.count({ where: { runId: dryId, state: 'waiting' } })).toBe(2);
  });

  it('a specific action that would leave by itself waits for a person', async () => {
    const world = await openWorld();
    const customer = await world.newCustomer();
    const { id: invoiceId } = await world.newInvoice(customer);
    const mail = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };
    const day = { execute_on: '2026-11-30', customer_id: customer.id, invoice_ids: [invoiceId] };
    const input = specificActionInput.parse({ ...mail, ...day });
    const { id } = (await createSpecific(world.db, world.on(NOW), input, null)).answer;
    await restored(world);
    const hour = world.on('2026-11-30T08:00:00.000Z');
    await underLock(world, customer.id, (tx) => runSpecific(tx, hour, id));
    expect(await world.db.message.count({ where: { actionId: id } })).toBe(0);
    const action = await world.db.action.findUniqueOrThrow({ where: { id } });
    expect(action).toMatchObject({ state: 'open', mode: 'to_confirm', reason: 'restored' });
  });

  it('a case that is closed stays as it is, and one that goes live says so still', async () => {
    const world = await openWorld();
    const [paid, trial] = [await world.plannedCase(), await world.plannedCase()];
    await world.pay(paid.number, 30_000);
    await world.db.invoice.update({ where: { id: trial.id }, data: { confirmReason: 'going_live' } });
    const { version } = await world.read(paid.id);
    await restored(world);
    expect(await world.read(paid.id)).toMatchObject({ version, confirmReason: null });
    expect(await world.read(trial.id)).toMatchObject({ confirmReason: 'going_live' });
  });
});
