import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createHandOver } from '../../../activities/hand-over.ts';
import { createTakeRun } from '../../../activities/take-run.ts';
import { contactHashOf, loadAddressee, recipientsOf } from '../../../facts/messages/addressing/recipients.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runFigures } from '../../../facts/runs/run-figures.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { stopRun } from '../../../facts/runs/stop-run.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// A person stops a run that has begun: what has not left by then does not leave.

const LATER = new Date('2026-11-24T09:05:00.000Z');
const STOPPED = { code: 'stopped', detail: 'The run was stopped before this reminder left.' };

let world: World;
let deps: ActivityDeps;
beforeAll(async () => {
  world = await openWorld();
  const client = {
    options: { namespace: 'default' },
    workflowService: { describeTaskQueue: () => Promise.resolve({ stats: { approximateBacklogCount: 0 } }) },
    workflow: { getHandle: () => ({ signal: () => Promise.resolve() }) },
  };
  deps = { db: world.db, dispatcher: { client }, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
});

async function owed(invoice: object = {}) {
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer, { issued_on: '2026-09-01', due_on: '2026-09-10', ...invoice });
  await world.plan(id);
  return { id, customerId: customer.id };
}

type Owed = Awaited<ReturnType<typeof owed>>;

async function started(debts: Owed[], more: { level?: number; mode?: 'email' | 'letter'; dryRun?: boolean } = {}) {
  const input = { level: 1, mode: 'email' as const, dryRun: false, ...more, invoiceIds: debts.map(({ id }) => id) };
  return world.db.run.findUniqueOrThrow({ where: { id: await createRun(world.db, world.on(NOW), input, null) } });
}

type Run = Awaited<ReturnType<typeof started>>;

const underLock = <Result>(customerId: string, work: Parameters<World['db']['$transaction']>[0]) =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return work(tx);
  }) as Promise<Result>;

/** Does what the worker does for one customer, with the run as it was read before the stop. */
const take = (run: Run, { customerId }: Owed) =>
  underLock<Awaited<ReturnType<typeof takeCustomer>>>(customerId, (tx) =>
    takeCustomer(tx, world.on(NOW), run, customerId),
  );

/** Takes one invoice and stores its message unchanged since it was rendered. */
async function taken(run: Run, one: Owed, data: object = { status: 'rendered' }): Promise<string> {
  const [id = ''] = (await take(run, one)).startMessageIds;
  const account = await loadAddressee(world.db, one.customerId);
  const contactHash = contactHashOf(account, recipientsOf(account, []), 'email');
  const { version } = await world.read(one.id);
  await world.db.messageItem.updateMany({ where: { messageId: id }, data: { version } });
  await world.db.message.update({ where: { id }, data: { contactHash, ...data } });
  return id;
}

const stop = (run: { id: string }, on = world.on(LATER)) => stopRun(world.db, on, run.id);

/** The worker goes on, or begins again, until the run has ended. */
const works = (run: Run, of = deps) =>
  new MockActivityEnvironment().run(createTakeRun(of), {
    ...{ creditorId: world.creditor.id, runId: run.id, at: LATER.toISOString() },
  });

const handsOver = (messageId: string) =>
  new MockActivityEnvironment({ attempt: 1 }, { logger: new DefaultLogger('ERROR') }).run(createHandOver(deps), {
    ...{ creditorId: world.creditor.id, messageId, at: LATER.toISOString(), unknown: false },
  });

const row = (id: string) => world.db.message.findUniqueOrThrow({ where: { id } });
const messagesOf = ({ id: invoiceId }: Owed) => world.db.message.count({ where: { items: { some: { invoiceId } } } });
const planOf = async ({ id }: Owed) => {
  const { openStep, nextLevel, nextTurnOn } = await world.read(id);
  return { nextLevel, nextTurnOn, step: openStep?.stepKey, mode: openStep?.mode, carriedBy: openStep?.messageId };
};
const figuresOf = async ({ id }: Run) => {
  const run = await world.db.run.findUniqueOrThrow({ where: { id } });
  return (await runFigures(world.db, [run])).get(id);
};
const refusalsOf = async (run: Run) =>
  (await runRefusals(world.db, run.id)).map(({ invoice_id: id, code }) => [id, code]);

describe('A run that is stopped', () => {
  it('before anything was taken reminds nobody, says who stopped it and when, and leaves each case its plan', async () => {
    const debts = [await owed(), await owed()];
    const plans = await Promise.all(debts.map(planOf));
    const run = await started(debts);
    expect(await stop(run)).toMatchObject({ stoppedAt: LATER, stoppedBy: { kind: 'user', name: 'Léa Martin' } });
    expect(await works(run)).toEqual({ done: true });
    expect(await runRefusals(world.db, run.id)).toEqual(debts.map(({ id }) => ({ invoice_id: id, ...STOPPED })));
    expect(await figuresOf(run)).toMatchObject({ status: 'done', sent: 0, refused: 2, stopped: 2 });
    expect(await Promise.all(debts.map(messagesOf))).toEqual([0, 0]);
    expect(await Promise.all(debts.map(planOf))).toEqual(plans);
  });

  it('in the middle leaves what has left, and takes back what is still here: nothing is made anew, its steps come again', async () => {
    const [left, drawn, reserved, waiting] = [await owed(), await owed(), await owed(), await owed()];
    const plan = await planOf(drawn);
    const run = await started([left, drawn, reserved, waiting]);
    await taken(run, left, { status: 'sent', sentAt: NOW });
    const messageId = await taken(run, drawn);
    await taken(run, reserved, { status: 'reserved' });
    expect((await planOf(drawn)).carriedBy).toBe(messageId);
    const { version } = await world.read(drawn.id);
    await stop(run);
    await works(run);
    expect(await row(messageId)).toMatchObject({ status: 'cancelled', failureDetail: 'run_stopped' });
    expect(await refusalsOf(run)).toEqual([drawn, reserved, waiting].map(({ id }) => [id, 'stopped']));
    expect(await figuresOf(run)).toMatchObject({ status: 'done', sent: 1, refused: 3, stopped: 3 });
    expect(await Promise.all([drawn, reserved, waiting].map(messagesOf))).toEqual([1, 1, 0]);
    expect(await planOf(drawn)).toEqual(plan);
    // The workflow is told, and plans the case again.
    expect((await world.read(drawn.id)).version).toBeGreaterThan(version);
    const [line] = await world.db.historyEntry.findMany({ where: { messageId, kind: 'cancelled' } });
    expect(line).toMatchObject({ invoiceId: drawn.id, actorName: 'Léa Martin' });
  });

  it('while the worker takes a customer takes back what that reserved, and lets him take nothing more', async () => {
    const [one, next] = [await owed(), await owed()];
    const run = await started([one, next]);
    let ends: Promise<unknown> = Promise.resolve();
    const { startMessageIds } = await underLock<{ startMessageIds: string[] }>(one.customerId, async (tx) => {
      const told = await takeCustomer(tx, world.on(NOW), run, one.customerId);
      // The stop waits for no lock; another worker then waits for the lock that this one has.
      await stop(run);
      ends = works(run);
      return told;
    });
    await ends;
    expect(await row(startMessageIds[0]!)).toMatchObject({ status: 'cancelled' });
    expect(await take(run, next)).toEqual({ startMessageIds: [], tellings: [], faults: [] });
    expect(await refusalsOf(run)).toEqual([one, next].map(({ id }) => [id, 'stopped']));
  });

  it('at the instant at which its worker ends it is gone through once more', async () => {
    const one = await owed();
    const run = await started([one]);
    const messageId = await taken(run, one);
    let isStopped = false;
    const updateMany = async (update: Parameters<World['db']['run']['updateMany']>[0]) => {
      if (!isStopped) await stop(run);
      isStopped = true;
      return world.db.run.updateMany(update);
    };
    const other = <Real extends object>(real: Real, name: string, instead: unknown): Real =>
      new Proxy(real, { get: (of, key) => (key === name ? instead : (of as Record<string | symbol, unknown>)[key]) });
    const db = other(world.db, 'run', other(world.db.run, 'updateMany', updateMany));
    expect(await works(run, { ...deps, db })).toEqual({ done: true });
    expect(await row(messageId)).toMatchObject({ status: 'cancelled' });
    expect(await figuresOf(run)).toMatchObject({ status: 'done', stopped: 1 });
  });

  it('leaves a mail of which nobody knows whether it left, and tries it no more; one that is being sent leaves, or not at all', async () => {
    const [unknown, sending, before] = [await owed(), await owed(), await owed()];
    const run = await started([unknown, sending, before]);
    expect(await handsOver(await taken(run, before))).toMatchObject({ kind: 'go' });
    const inDoubt = await taken(run, unknown, { status: 'rendered', unknownSinceAt: NOW, handedOverAt: NOW });
    const underWay = await taken(run, sending, { status: 'sending', handedOverAt: NOW });
    await stop(run);
    await works(run);
    expect([(await row(inDoubt)).status, (await row(underWay)).status]).toEqual(['rendered', 'sending']);
    expect(await figuresOf(run)).toMatchObject({ status: 'running', stopped: 0, refused: 0 });
    expect(await handsOver(inDoubt)).toEqual({ kind: 'ambiguous' });
    // The provider did not accept it: it would be tried again.
    await world.db.message.update({ where: { id: underWay }, data: { status: 'rendered', handedOverAt: null } });
    expect(await handsOver(underWay)).toEqual({ kind: 'cancelled' });
    expect(await refusalsOf(run)).toEqual([[sending.id, 'stopped']]);
    expect(await messagesOf(sending)).toBe(1);
  });

  it('once all was taken leaves a registered letter that a person has to post, and takes back one that is not made yet', async () => {
    const atThree = { initial_level: 2, initial_level_on: '2026-10-01' };
    const [made, unmade] = [await owed(atThree), await owed(atThree)];
    const run = await started([made, unmade], { level: 3, mode: 'letter' });
    const letter = await taken(run, made, { status: 'rendered', renderedAt: NOW });
    const notYet = await taken(run, unmade, { status: 'reserved' });
    await world.db.run.update({ where: { id: run.id }, data: { takenAt: NOW } });
    await stop(run);
    await works(run);
    expect([(await row(letter)).status, (await row(notYet)).status]).toEqual(['rendered', 'cancelled']);
    expect(await figuresOf(run)).toMatchObject({ status: 'done', sent: 1, toPost: 1, stopped: 1 });
  });
});

describe('To stop a run', () => {
  it('twice is to stop it once, by whoever was first', async () => {
    const run = await started([await owed()]);
    const first = await stop(run);
    await works(run);
    const again = await stop(run, { ...world.on('2026-11-25T09:00:00.000Z'), actor: { kind: 'user', name: 'Max' } });
    expect(again).toMatchObject({ stoppedAt: first.stoppedAt, stoppedBy: first.stoppedBy, takenAt: LATER });
  });

  it('is refused once it has ended by itself, and of a dry run, which sends nothing', async () => {
    const one = await owed();
    const run = await started([one]);
    await taken(run, one, { status: 'sent', sentAt: NOW });
    await works(run);
    await expect(stop(run)).rejects.toMatchObject({ kind: 'conflict', code: 'run_over' });
    const dry = await started([await owed()], { dryRun: true });
    await expect(stop(dry)).rejects.toMatchObject({ kind: 'conflict', code: 'dry_run' });
    expect(await world.db.run.count({ where: { id: { in: [run.id, dry.id] }, stoppedAt: { not: null } } })).toBe(0);
  });

  it('is nobody else’s', async () => {
    const run = await started([await owed()]);
    const foreign = { ...world.on(LATER), creditorId: (await openWorld()).creditor.id };
    await expect(stop(run, foreign)).rejects.toMatchObject({ kind: 'not_found' });
  });
});
