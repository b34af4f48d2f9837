import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { amountCentsOf, readActions } from '../../../facts/actions/action-row.ts';
import { settledBy } from '../../../facts/actions/settled-by.ts';
import { remakeConfirmed } from '../../../facts/messages/remaking/remake-confirmed.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runFigures } from '../../../facts/runs/run-figures.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const OLD = { issued_on: '2026-09-01', due_on: '2026-09-10' };

/** An invoice of a customer of its own, planned. */
async function owed(invoice: object = {}, customer: object = {}) {
  const { id: customerId, reference } = await world.newCustomer(customer);
  const { id, number } = await world.newInvoice({ reference }, { ...OLD, ...invoice });
  await world.plan(id);
  return { id, number, customerId };
}

async function started(
  invoiceIds: string[],
  more: { level?: number; mode?: 'email' | 'letter'; dryRun?: boolean } = {},
) {
  const input = { level: 1, mode: 'email' as const, dryRun: false, ...more, invoiceIds };
  return world.db.run.findUniqueOrThrow({ where: { id: await createRun(world.db, world.on(NOW), input, null) } });
}

/** Does what the worker does for one customer, in one transaction. */
const take = (run: Awaited<ReturnType<typeof started>>, customerId: string) =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId]);
    return takeCustomer(tx, world.on(NOW), run, customerId);
  });

const whyNot = async (invoice: { id: string; customerId: string }, more: Parameters<typeof started>[1] = {}) => {
  const run = await started([invoice.id], more);
  expect((await take(run, invoice.customerId)).startMessageIds).toEqual([]);
  return (await runRefusals(world.db, run.id)).map(({ code }) => code);
};

const messagesOf = (invoiceId: string) =>
  world.db.message.findMany({ where: { items: { some: { invoiceId } } }, orderBy: { id: 'asc' } });

describe('a run refuses', () => {
  it('any level but the one whose turn has come, none before its day, and a mail where the letter is registered', async () => {
    expect(await whyNot(await owed(), { level: 2 })).toEqual(['wrong_level']);
    const young = { issued_on: '2026-11-20', due_on: '2026-12-20' };
    expect(await whyNot(await owed(young))).toEqual(['wrong_level']);
    const atTwo = { initial_level: 2, initial_level_on: '2026-10-01' };
    expect(await whyNot(await owed(atTwo), { level: 3 })).toEqual(['registered_required']);
  });

  it('what is paid, closed, looked at by a person, or on its way', async () => {
    const [paid, closed, looked, leaving] = [await owed(), await owed(), await owed(), await owed()];
    await world.pay(paid.number, 30_000);
    await world.db.invoice.update({ where: { id: closed.id }, data: { closedAs: 'cancelled' } });
    await world.db.invoice.update({ where: { id: looked.id }, data: { attentionCode: 'hard_bounce' } });
    await handOver(world, { customerId: leaving.customerId, invoiceId: leaving.id });
    expect(await whyNot(paid)).toEqual(['paid']);
    expect(await whyNot(closed)).toEqual(['case_closed']);
    expect(await whyNot(looked)).toEqual(['needs_attention']);
    expect(await whyNot(leaving)).toEqual(['already_on_its_way']);
  });

  it.each(['litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action'] as const)(
    'an invoice under %s, whoever asks',
    async (kind) => {
      const { id, customerId } = await owed();
      const invoiceId = kind === 'customer_pause' ? null : id;
      const { id: creditorId } = world.creditor;
      await world.db.hold.create({
        data: { id: randomUUID(), creditorId, customerId, invoiceId, kind, reason: 'x', sinceAt: NOW, createdBy: 'x' },
      });
      expect(await whyNot({ id, customerId })).toEqual(['held']);
    },
  );

  it('a mail without an address, where a letter may go', async () => {
    const invoice = await owed({}, { contacts: [] });
    expect(await whyNot(invoice)).toEqual(['no_address']);
    const run = await started([invoice.id], { mode: 'letter' });
    expect((await take(run, invoice.customerId)).startMessageIds).toHaveLength(1);
  });

  it('what is another creditor’s in the words of what never was', async () => {
    const other = await openWorld();
    const { reference } = await other.newCustomer();
    const { id } = await other.newInvoice({ reference }, OLD);
    const run = await started([id, randomUUID()]);
    const refused = await runRefusals(world.db, run.id);
    expect(refused.map(({ code, detail }) => [code, detail])).toEqual([
      ['not_found', 'There is no such invoice.'],
      ['not_found', 'There is no such invoice.'],
    ]);
  });
});

describe('a run takes', () => {
  it('the place of the action in the agenda, which is then done on that day and by who started the run', async () => {
    const { id, customerId } = await owed();
    const planned = await world.db.action.findFirstOrThrow({ where: { invoices: { some: { invoiceId: id } } } });
    const { startMessageIds } = await take(await started([id]), customerId);
    await world.db.$transaction(async (tx) => {
      const message = await loadMessageToSettle(tx, startMessageIds[0]!);
      await settleMessage(tx, world.on(NOW), message, { kind: 'sent', reference: 'p-1' });
    });
    const where = { invoices: { some: { invoiceId: id } }, state: 'done' } as const;
    const done = await readActions(world.db, { where });
    expect(done).toMatchObject([{ id: planned.id, kind: 'email', settledAt: NOW, messageId: startMessageIds[0] }]);
    expect(amountCentsOf(done[0]!)).toBe(30_000);
    expect((await settledBy(world.db, done)).get(planned.id)).toMatchObject({ name: world.on(NOW).actor.name });
  });

  it('each invoice once, however often a worker is killed and begins again', async () => {
    const { id, customerId } = await owed();
    const run = await started([id]);
    const first = await take(run, customerId);
    const again = await take(run, customerId);
    expect([first.startMessageIds.length, again.startMessageIds.length]).toEqual([1, 0]);
    const [message, ...others] = await messagesOf(id);
    expect([message, others]).toMatchObject([{ origin: 'run', runId: run.id, status: 'reserved' }, []]);
    expect((await world.read(id)).openStep?.messageId).toBe(message?.id);
  });

  it('an invoice of which a referrer was told on that day: a statement reminds nobody', async () => {
    const invoice = await owed();
    const statement = await handOver(world, { customerId: invoice.customerId, invoiceId: invoice.id }, 'sent');
    const data = { origin: 'statement', level: null, sentAt: NOW } as const;
    await world.db.message.update({ where: { id: statement }, data });
    expect((await take(await started([invoice.id]), invoice.customerId)).startMessageIds).toHaveLength(1);
  });

  it('an invoice for one of two runs that ask for it at the same instant', async () => {
    const { id, customerId } = await owed();
    const runs = [await started([id]), await started([id])];
    await Promise.all(runs.map((run) => take(run, customerId)));
    expect(await messagesOf(id)).toHaveLength(1);
    const refused = await Promise.all(runs.map((run) => runRefusals(world.db, run.id)));
    expect(refused.flat().map(({ code }) => code)).toEqual(['already_on_its_way']);
  });

  it('nothing in a dry run: no message, no history, no version', async () => {
    const { id, customerId } = await owed();
    const shown = async () => {
      const { version, nextLevel, openStep, updatedAt } = await world.read(id);
      return { version, nextLevel, updatedAt, carriedBy: openStep?.messageId, kinds: await world.kinds(id) };
    };
    const before = await shown();
    const run = await started([id], { dryRun: true });
    expect(await take(run, customerId)).toEqual({ startMessageIds: [], tellings: [], faults: [] });
    expect(await shown()).toEqual(before);
    expect(await messagesOf(id)).toEqual([]);
    const done = await world.db.run.update({ where: { id: run.id }, data: { takenAt: NOW } });
    expect((await runFigures(world.db, [done])).get(run.id)).toMatchObject({ status: 'done', sent: 1, refused: 0 });
  });
});

describe('a dry run of letters says how each would travel', () => {
  const PAPER = { print: { provider: 'merci_facteur', kinds: ['simple', 'registered'] as const }, sms: null };
  const R3_DUE = { initial_level: 2, initial_level_on: '2026-10-01' };
  const forecast = async (level: number, invoice: object, connectors?: typeof PAPER) => {
    const { id, customerId } = await owed(invoice);
    const run = await started([id], { level, mode: 'letter', dryRun: true });
    await world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      await takeCustomer(tx, { ...world.on(NOW), ...(connectors ? { connectors } : {}) }, run, customerId);
    });
    return (await runFigures(world.db, [run])).get(run.id);
  };

  it('without a print provider a registered one is to be posted by a person, a simple one is made', async () => {
    const registered = await forecast(3, R3_DUE);
    expect(registered).toMatchObject({ sent: 1, toPost: 1, byProvider: 0, registeredByProvider: 0 });
    expect(await forecast(1, {})).toMatchObject({ sent: 1, toPost: 0, byProvider: 0 });
  });

  it('with one, that it posts them, and which are registered', async () => {
    const registered = await forecast(3, R3_DUE, PAPER);
    expect(registered).toMatchObject({ sent: 1, toPost: 0, byProvider: 1, registeredByProvider: 1 });
    expect(await forecast(1, {}, PAPER)).toMatchObject({ sent: 1, byProvider: 1, registeredByProvider: 0 });
  });
});

describe('what changes before it leaves', () => {
  const cancel = (messageId: string, customerId: string) =>
    world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      const message = await loadMessageToSettle(tx, messageId);
      await settleMessage(tx, world.on(NOW), message, { kind: 'cancelled', reason: 'invoice_changed' });
      return remakeConfirmed(tx, world.on(NOW), message);
    });

  it('is made anew with what is still due, and paid in the meantime it is refused', async () => {
    const { id, number, customerId } = await owed();
    const run = await started([id]);
    const { startMessageIds } = await take(run, customerId);
    await world.pay(number, 10_000);
    const remade = await cancel(startMessageIds[0]!, customerId);
    expect((await messagesOf(id)).map((message) => [message.id, message.status, message.runId])).toEqual([
      [startMessageIds[0], 'cancelled', run.id],
      [remade, 'reserved', run.id],
    ]);
    expect(await runRefusals(world.db, run.id)).toEqual([]);
    await world.pay(number, 20_000);
    expect(await cancel(remade!, customerId)).toBeNull();
    expect(await runRefusals(world.db, run.id)).toMatchObject([{ invoice_id: id, code: 'paid' }]);
  });

  it.each([
    ['held_dispute', 'held', /disputes/],
    ['closed_paid', 'paid', /settled/],
    ['closed', 'case_closed', /closed/],
    ['withdrawn', 'withdrawn', /taken back/],
    ['skipped', 'skipped', /skipped/],
    ['balance_changed', 'cancelled', /balance/],
  ] as const)(
    'and is asked for no more (%s), it is refused as %s, and why is said in a sentence',
    async (reason, code, why) => {
      const { id, customerId } = await owed();
      const run = await started([id]);
      const [messageId] = (await take(run, customerId)).startMessageIds;
      await world.db.$transaction(async (tx) => {
        await lockCustomers(tx, [customerId]);
        await settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, messageId!), {
          kind: 'cancelled',
          reason,
        });
      });
      const [refused] = await runRefusals(world.db, run.id);
      expect(refused).toMatchObject({ invoice_id: id, code, detail: expect.stringMatching(why) as string });
      expect(refused?.detail).toMatch(/^[A-Z][^_]+\.$/);
    },
  );

  it('leaves the run running until every message is settled, and uncertain ones do not keep it so', async () => {
    const [one, other] = [await owed(), await owed()];
    const { id } = await started([one.id, other.id]);
    const run = await world.db.run.update({ where: { id }, data: { takenAt: NOW } });
    const figures = async () => (await runFigures(world.db, [run])).get(id);
    const [first] = (await take(run, one.customerId)).startMessageIds;
    const [second] = (await take(run, other.customerId)).startMessageIds;
    expect(await figures()).toMatchObject({ status: 'running', sent: 0 });
    await world.db.message.update({ where: { id: first! }, data: { status: 'delivered' } });
    expect(await figures()).toMatchObject({ status: 'running', sent: 1 });
    await world.db.message.update({ where: { id: second! }, data: { status: 'ambiguous' } });
    expect(await figures()).toMatchObject({ status: 'done', sent: 1, uncertain: 1, refused: 0 });
    await world.db.message.update({ where: { id: second! }, data: { status: 'failed', failureCode: 'no_recipient' } });
    expect(await figures()).toMatchObject({ status: 'done', sent: 1, uncertain: 0, refused: 1 });
    expect((await runRefusals(world.db, id)).map(({ code }) => code)).toEqual(['no_recipient']);
  });

  it('says what a running run waits for: mails whose try got no clear answer, and a stopped line', async () => {
    const { id, customerId } = await owed();
    const { id: runId } = await started([id]);
    const run = await world.db.run.update({ where: { id: runId }, data: { takenAt: NOW } });
    const [messageId] = (await take(run, customerId)).startMessageIds;
    const now = async (data: object) => {
      await world.db.message.update({ where: { id: messageId! }, data });
      return (await runFigures(world.db, [run])).get(runId);
    };
    const isSending = { status: 'running', inDoubt: 0, waitingForLine: 0 };
    expect(await now({ status: 'sending' })).toMatchObject(isSending);
    expect(await now({ unknownSinceAt: NOW })).toMatchObject({ ...isSending, inDoubt: 1 });
    // Of both, the one that somebody can do something about.
    expect(await now({ waitsForLine: true })).toMatchObject({ ...isSending, waitingForLine: 1 });
    expect(await now({ status: 'ambiguous', waitsForLine: false })).toMatchObject({ ...isSending, status: 'done' });
  });
});
