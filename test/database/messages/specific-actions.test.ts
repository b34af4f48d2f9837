import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { deleteSpecific } from '../../../facts/specific-actions/delete-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { reopenPromise } from '../../../facts/holds/reopen-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { changeSinceMade, loadMessageToHandOver } from '../../../facts/messages/before-leaving/message-changes.ts';
import { FactRefused } from '../../../facts/refused.ts';
import { lockAction } from '../../../prisma/lock.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const MAIL = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };
/** A Monday, at its send hour. */
const DAY_ON = '2026-11-30';
const DAY = '2026-11-30T08:00:00.000Z';
const SYSTEM = { kind: 'system', name: 'Relance' } as const;

async function debts(count = 1, customerFields: object = {}) {
  const customer = await world.newCustomer(customerFields);
  const invoices = [];
  for (let made = 0; made < count; made += 1) invoices.push(await world.newInvoice(customer));
  return { customer, invoices, ids: invoices.map(({ id }) => id) };
}

async function plan(customerId: string, ids: string[], more: object = {}, key: string | null = null) {
  const input = specificActionInput.parse({ customer_id: customerId, invoice_ids: ids, ...MAIL, ...more });
  return createSpecific(world.db, world.on(NOW), input, key);
}

const dated = async (customerId: string, ids: string[]) =>
  (await plan(customerId, ids, { execute_on: DAY_ON })).answer.id;

/** Does what the action's workflow does at that instant. */
async function run(actionId: string, at: string) {
  const action = await world.db.action.findUniqueOrThrow({ where: { id: actionId } });
  return world.db.$transaction(async (tx) => {
    await lockAction(tx, action);
    return runSpecific(tx, { ...world.on(at), actor: SYSTEM }, actionId);
  });
}

const codeOf = (refusal: Promise<unknown>) =>
  refusal.then(
    () => 'stored',
    (error: unknown) => (error instanceof FactRefused ? error.code : String(error)),
  );

const promise = (invoiceId: string, at: string, amount_cents = 30_000) =>
  recordPromise(world.db, world.on(at), invoiceId, { amount_cents, promised_on: '2026-12-04' });

const messagesOf = (actionId: string) => world.db.message.findMany({ where: { actionId }, include: { items: true } });
const standing = async (invoiceId: string) =>
  (await world.read(invoiceId)).holds.filter(({ endedAt }) => endedAt === null).map(({ kind }) => kind);

describe('a specific action is refused, and nothing is stored,', () => {
  it.each<[string, object, string]>([
    ['without a text', { subject: undefined, body_html: undefined }, 'no_template'],
    ['with a tag that does not exist', { body_html: '<p>#facture_numero</p>' }, 'unknown_tag'],
    ['in words that only a formal notice may use', { body_html: '<p>Mise en demeure</p>' }, 'forbidden_wording'],
    ['for a day that is past', { execute_on: '2026-11-23' }, 'day_is_past'],
    ['as an SMS without a provider', { kind: 'sms' }, 'no_sms_connector'],
    ['as a letter that would leave by itself without one', { kind: 'letter' }, 'no_print_connector'],
    ['as a call with a text', { kind: 'call' }, 'not_a_message'],
    ['with a template of nobody', { template_id: randomUUID() }, 'unknown_template'],
    ['given to nobody', { assignee_id: randomUUID() }, 'unknown_user'],
  ])('%s', async (_why, more, code) => {
    const { customer, ids } = await debts();
    expect(await codeOf(plan(customer.id, ids, more))).toBe(code);
    expect(await world.db.action.count({ where: { customerId: customer.id, origin: 'specific_action' } })).toBe(0);
    expect(await standing(ids[0]!)).toEqual([]);
  });

  it('to a consumer about the €40', async () => {
    const { customer, ids } = await debts();
    const code = await codeOf(plan(customer.id, ids, { body_html: '<p>Indemnité forfaitaire de 40 €</p>' }));
    expect(code).toBe('forbidden_wording');
  });

  it('at once without an address; on another day it may be completed until then', async () => {
    const { customer, ids } = await debts(1, { contacts: [] });
    expect(await codeOf(plan(customer.id, ids))).toBe('no_address');
    expect(await codeOf(plan(customer.id, ids, { execute_on: DAY_ON }))).toBe('stored');
  });

  it('about an invoice that is paid, in litigation, or already written about', async () => {
    const { customer, invoices, ids } = await debts(3);
    await world.pay(invoices[0]!.number, 30_000);
    expect(await codeOf(plan(customer.id, ids))).toBe('case_closed');
    await openLitigation(world.db, world.on(NOW), ids[1]!, { reason: 'Avocat' });
    expect(await codeOf(plan(customer.id, ids.slice(1), { execute_on: DAY_ON }))).toBe('held');
    expect(await codeOf(plan(customer.id, ids.slice(2)))).toBe('stored');
    expect(await codeOf(plan(customer.id, ids.slice(2)))).toBe('already_on_its_way');
  });
});

describe('a specific action that is stored', () => {
  it('holds its invoices and takes their steps back; the same key is the same action', async () => {
    const { customer, ids } = await debts();
    await world.plan(ids[0]!);
    const key = randomUUID();
    const first = await plan(customer.id, ids, { execute_on: DAY_ON }, key);
    const again = await plan(customer.id, ids, { execute_on: DAY_ON }, key);
    expect([again.replayed, again.answer.id]).toEqual([true, first.answer.id]);
    const { openStep, holds } = await world.read(ids[0]!);
    expect([openStep, holds.length]).toEqual([null, 1]);
  });

  it('deleted, it lets the scenario go on, and leaves no more', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await deleteSpecific(world.db, world.on(NOW), id);
    expect(await standing(ids[0]!)).toEqual([]);
    expect(await run(id, DAY)).toMatchObject({ kind: 'over', messageId: null });
    expect(await messagesOf(id)).toEqual([]);
  });
});

describe('on its day a specific action', () => {
  it('waits for its hour, and makes one message, whoever asks how often', async () => {
    const { customer, ids } = await debts(2);
    const id = await dated(customer.id, ids);
    expect(await run(id, '2026-11-30T07:59:59.000Z')).toEqual({ kind: 'waits', untilAt: DAY });
    await run(id, DAY);
    await run(id, DAY);
    const [message, ...more] = await messagesOf(id);
    expect([message!.items.length, more]).toEqual([2, []]);
  });

  it('that an outage kept until the night leaves at the next send hour', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    const next = '2026-12-01T08:00:00.000Z';
    expect(await run(id, '2026-11-30T22:00:00.000Z')).toEqual({ kind: 'waits', untilAt: next });
    expect(await run(id, next)).toMatchObject({ kind: 'over' });
    expect(await messagesOf(id)).toHaveLength(1);
  });

  it('leaves without what is in litigation by then, which the scenario takes up again', async () => {
    const { customer, ids } = await debts(2);
    const id = await dated(customer.id, ids);
    await openLitigation(world.db, world.on(NOW), ids[0]!, { reason: 'Avocat' });
    await run(id, DAY);
    const [message] = await messagesOf(id);
    expect(message!.items.map(({ invoiceId }) => invoiceId)).toEqual([ids[1]]);
    expect(await standing(ids[0]!)).toEqual(['litigation']);
  });

  it('waits for the end of a pause of all its invoices; lifted before, it leaves at the next send hour', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await setPause(world.db, world.on(NOW), ids[0]!, { reason: 'Congés', until_on: '2026-12-31' });
    expect(await run(id, DAY)).toEqual({ kind: 'waits', untilAt: '2027-01-04T08:00:00.000Z' });
    expect(await messagesOf(id)).toEqual([]);
    await liftPause(world.db, world.on('2026-12-02T15:00:00.000Z'), ids[0]!);
    expect(await run(id, '2026-12-02T15:00:00.000Z')).toMatchObject({ kind: 'over' });
    expect(await messagesOf(id)).toHaveLength(1);
  });

  it('keeps its day when a pause over that day is lifted or shortened before it', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await setPause(world.db, world.on(NOW), ids[0]!, { reason: 'Congés', until_on: '2026-12-04' });
    await run(id, NOW.toISOString());
    await liftPause(world.db, world.on('2026-11-25T13:00:00.000Z'), ids[0]!);
    expect(await run(id, '2026-11-25T13:00:00.000Z')).toEqual({ kind: 'waits', untilAt: DAY });
    expect(await messagesOf(id)).toEqual([]);
    await setPause(world.db, world.on('2026-11-25T14:00:00.000Z'), ids[0]!, {
      reason: 'Congés',
      until_on: '2026-11-26',
    });
    expect(await run(id, '2026-11-25T14:00:00.000Z')).toEqual({ kind: 'waits', untilAt: DAY });
    expect(await run(id, '2026-11-27T08:00:00.000Z')).toEqual({ kind: 'waits', untilAt: DAY });
    expect(await run(id, DAY)).toMatchObject({ kind: 'over' });
    expect(await messagesOf(id)).toHaveLength(1);
  });

  it('that a pause moved on comes back with it when the pause is shortened', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await setPause(world.db, world.on(NOW), ids[0]!, { reason: 'Congés', until_on: '2026-12-31' });
    await run(id, DAY);
    await setPause(world.db, world.on('2026-12-01T10:00:00.000Z'), ids[0]!, {
      reason: 'Congés',
      until_on: '2026-12-03',
    });
    expect(await run(id, '2026-12-01T10:00:00.000Z')).toEqual({ kind: 'waits', untilAt: '2026-12-04T08:00:00.000Z' });
    const { dueAt } = await world.db.action.findUniqueOrThrow({ where: { id } });
    expect(dueAt.toISOString()).toBe('2026-12-04T08:00:00.000Z');
    expect(await messagesOf(id)).toEqual([]);
  });

  it('waits for the end of a promise that was made after it was planned, and leaves when it is broken', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await promise(ids[0]!, '2026-11-25T09:00:00.000Z');
    expect(await run(id, DAY)).toEqual({ kind: 'waits', untilAt: '2026-12-10T08:00:00.000Z' });
    expect(await messagesOf(id)).toEqual([]);
    expect(await run(id, '2026-12-10T08:00:00.000Z')).toMatchObject({ kind: 'over' });
    expect(await messagesOf(id)).toHaveLength(1);
    expect(await standing(ids[0]!)).not.toContain('promise');
  });

  it('leaves under a promise that stood when it was planned', async () => {
    const { customer, ids } = await debts();
    await promise(ids[0]!, NOW.toISOString());
    const id = await dated(customer.id, ids);
    expect(await run(id, DAY)).toMatchObject({ kind: 'over' });
    expect(await messagesOf(id)).toHaveLength(1);
  });

  it('waits too for one that was over when it was planned and stands again: withdrawn by mistake, or kept with money that went back', async () => {
    const { customer, invoices, ids } = await debts(2);
    const [promisedAt, overAt, againAt] = ['2026-11-24T07:00Z', '2026-11-24T08:00Z', '2026-11-25T09:00Z'] as const;
    const withdrawn = await promise(ids[0]!, promisedAt);
    await promise(ids[1]!, promisedAt, 20_000);
    const mistaken = { invoiceId: ids[0]!, promiseId: withdrawn.answer.id };
    await withdrawPromise(world.db, world.on(overAt), mistaken);
    const payment = await world.pay(invoices[1]!.number, 20_000, overAt);
    const plans = [await dated(customer.id, [ids[0]!]), await dated(customer.id, [ids[1]!])];
    await reopenPromise(world.db, world.on(againAt), mistaken);
    await world.goesBack(payment.answer.id, againAt);
    expect(await standing(ids[1]!)).toContain('promise');
    for (const id of plans) expect(await run(id, DAY)).toEqual({ kind: 'waits', untilAt: '2026-12-10T08:00:00.000Z' });
  });

  it('on its way is taken back by a promise that comes before it is handed over', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await run(id, DAY);
    await promise(ids[0]!, '2026-11-30T08:00:01.000Z');
    const [message] = await messagesOf(id);
    const change = await world.db.$transaction(async (tx) =>
      changeSinceMade(tx, await loadMessageToHandOver(tx, message!.id)),
    );
    expect(change).toBe('held_promise');
  });

  it('waits for another message about the same invoice that is on its way, and leaves once that one has', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    const other = await handOver(world, { customerId: customer.id, invoiceId: ids[0]! });
    expect(await run(id, DAY)).toEqual({ kind: 'waits', untilAt: '2026-11-30T09:00:00.000Z' });
    expect(await messagesOf(id)).toEqual([]);
    await world.db.message.update({ where: { id: other }, data: { status: 'sent' } });
    expect(await run(id, '2026-11-30T08:10:00.000Z')).toMatchObject({ kind: 'over' });
    expect(await messagesOf(id)).toHaveLength(1);
  });

  it('that a person is to confirm is refused to him meanwhile', async () => {
    const { customer, ids } = await debts();
    const { id } = (await plan(customer.id, ids, { mode: 'to_confirm' })).answer;
    const asked = { id: randomUUID(), actionId: id, invoiceId: ids[0]!, args: {}, actor: world.on(NOW).actor };
    const confirm = async () => {
      const action = await world.db.action.findUniqueOrThrow({ where: { id } });
      return world.db.$transaction(async (tx) => {
        await lockAction(tx, action);
        return (await confirmStep(tx, world.on(NOW), asked)).verdict;
      });
    };
    const other = await handOver(world, { customerId: customer.id, invoiceId: ids[0]! });
    expect(await confirm()).toMatchObject({ accepted: false, code: 'already_on_its_way' });
    await world.db.message.update({ where: { id: other }, data: { status: 'sent' } });
    expect(await confirm()).toMatchObject({ accepted: true });
  });

  it('waits for a person while one has to look at its only case', async () => {
    const { customer, ids } = await debts();
    const id = await dated(customer.id, ids);
    await world.db.invoice.update({ where: { id: ids[0]! }, data: { attentionCode: 'hard_bounce' } });
    expect(await run(id, DAY)).toEqual({ kind: 'waits', untilAt: null });
    expect(await messagesOf(id)).toEqual([]);
  });

  it('is gone when all of its invoices were paid', async () => {
    const { customer, invoices, ids } = await debts();
    const id = await dated(customer.id, ids);
    await world.pay(invoices[0]!.number, 30_000);
    expect(await run(id, DAY)).toMatchObject({ kind: 'over', messageId: null });
    const action = await world.db.action.findUniqueOrThrow({ where: { id } });
    expect([action.state, await messagesOf(id)]).toEqual(['cancelled', []]);
  });
});
