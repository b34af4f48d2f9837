import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createDeliverMessage } from '../../../activities/deliver-message.ts';
import { createHandOver } from '../../../activities/hand-over.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { setLevel } from '../../../facts/decisions/set-level.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { announcedRun } from '../../../facts/runs/announced-run.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runFigures } from '../../../facts/runs/run-figures.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { createStatement } from '../../../facts/third-parties/create-statement.ts';
import { connectorsOfCreditor } from '../../../domain/messages/connectors.ts';
import { offeredBy } from '../../../providers/print/offers.ts';
import type { Run } from '../../../prisma/generated/client.ts';
import { nobodyAtTemporal } from '../nobody-at-temporal.ts';
import { HOUR, NEXT_DAY, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

// A simple letter waits for the print provider while its creditor switches the provider off: nobody prints it, so it has not left.

const ASKED = [
  { key: 'r1', level: 1, anchor: 'due_on', kind: 'letter', letterKind: 'simple', mode: 'to_confirm' },
] as const;
const LATER = '2026-12-09T10:00:00.000Z';
const offered = offeredBy('maileva', 'brevo');
const off = connectorsOfCreditor(offered, { isLive: false, printEnabled: false, smsEnabled: true });

const printed = vi.fn(() => Promise.resolve({ kind: 'accepted', reference: 'ref', postageCents: null }));
const by = { name: 'mailbox', isIdempotent: true, submit: printed, send: printed };

let hours: SendHours;
let alone: string;
let byLevel: string;
let deps: ActivityDeps;
beforeAll(async () => {
  hours = await openSendHours();
  alone = await hours.scenario('invoice', ASKED);
  byLevel = await hours.scenario('level', ASKED);
  deps = {
    db: hours.db,
    // No workflow can be told here.
    dispatcher: { client: nobodyAtTemporal(), taskQueue: 'none', demoClock: false },
    channels: { connectors: offered, print: { live: by, mailbox: by }, sms: null },
    log: pino({ level: 'silent' }),
  } as unknown as ActivityDeps;
});
const set = (print_enabled: boolean) => changeSettings(hours.db, hours.creditor.id, { print_enabled }, () => undefined);
beforeEach(async () => {
  printed.mockClear();
  await set(true);
});

const environment = new MockActivityEnvironment({ attempt: 1 }, { logger: new DefaultLogger('ERROR') });
const call = (messageId: string, at: string) => ({ creditorId: hours.creditor.id, messageId, at });
const renders = (id: string, at: string) => environment.run(createRenderMessage(deps), call(id, at));
const tries = (id: string, at: string) => environment.run(createDeliverMessage(deps), call(id, at));
const withProvider = { connectors: offered };

async function owes(scenarioId = alone, debts = 1) {
  const { ids, customer } = await hours.owes(scenarioId, ...Array.from({ length: debts }, () => R1_TODAY));
  return { ids, id: ids[0]!, customerId: customer.id };
}

type Owed = Awaited<ReturnType<typeof owes>>;

async function decides(judge: typeof confirmStep, { id, customerId }: Owed, args: object, connectors = offered) {
  const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: id } });
  const on = { ...hours.on(HOUR), connectors };
  const decision = { id: '', actionId, invoiceId: id, args, actor: on.actor };
  return hours.underLock(customerId, (tx) => judge(tx, on, decision));
}

const confirmed = async (owed: Owed) => (await decides(confirmStep, owed, {})).verdict.messageId!;

async function byHand({ id }: Owed) {
  const letter = { level: 1, mode: 'letter', letter_kind: 'simple' } as const;
  return (await sendByHand(hours.db, { ...hours.on(HOUR), ...withProvider }, id, letter, randomUUID())).messageId;
}

const ofRun = async (owed: Owed) => (await takes(await runOf([owed]), owed))[0]!;

async function runOf(owed: Owed[], asked: Partial<Parameters<typeof createRun>[2]> = {}, connectors = offered) {
  const all = { level: 1, mode: 'letter', dryRun: false, invoiceIds: owed.map(({ id }) => id), ...asked } as const;
  const runId = await createRun(hours.db, { ...hours.on(HOUR), connectors }, all, null);
  return hours.db.run.findUniqueOrThrow({ where: { id: runId } });
}

async function takes(run: Run, { customerId }: Owed, connectors = offered) {
  const on = { ...hours.on(HOUR), connectors };
  return (await hours.underLock(customerId, (tx) => takeCustomer(tx, on, run, customerId))).startMessageIds;
}

async function statement() {
  const notary = await hours.db.thirdParty.create({
    data: {
      ...{
        id: randomUUID(),
        creditorId: hours.creditor.id,
        name: 'Étude Vasseur',
        addressLines: ['3 place du Palais'],
      },
      ...{ postalCode: '31000', city: 'Toulouse', country: 'FR' },
    },
  });
  const file = { reference: 'D-1', notary_id: notary.id };
  const { id } = await hours.newInvoice(await hours.newCustomer(), { case_file: file });
  const input = { invoice_ids: [id], mode: 'letter' as const };
  return createStatement(hours.db, { ...hours.on(HOUR), ...withProvider }, notary.id, input, null);
}

/** What became of it, and the message made in its place, rendered and tried at `at`. */
async function handedOver(messageId: string, at: string) {
  const handOver = createHandOver(deps);
  await environment.run(handOver, { ...call(messageId, at), unknown: false }).catch(() => undefined);
  const before = await hours.message(messageId);
  expect(before.status).toBe('cancelled');
  const { customerId, origin } = before;
  const [again] = await hours.db.message.findMany({ where: { customerId, origin, status: 'reserved' } });
  return isWaiting(again!.id, at);
}

/** It waits for the provider, and is accepted once the provider is switched on again. */
async function isWaiting(id: string, at: string) {
  await renders(id, at);
  expect(await hours.message(id)).toMatchObject({ status: 'rendered', viaPrintProvider: true });
  expect(await tries(id, at)).toMatchObject({ kind: 'misconfigured', code: 'no_print_connector' });
  expect(printed).not.toHaveBeenCalled();
  await set(true);
  expect(await tries(id, at)).toMatchObject({ kind: 'accepted' });
  expect(printed).toHaveBeenCalledOnce();
}

describe('A simple letter that waits for the print provider, which is switched off,', () => {
  it.each([
    ['confirmed', async () => confirmed(await owes())],
    ['by hand', async () => byHand(await owes())],
    ['of a run', async () => ofRun(await owes())],
    ['to a notary', statement],
  ] as const)('is made anew the next day, and waits until it is switched on: %s', async (_what, reserved) => {
    const id = await reserved();
    await renders(id, HOUR);
    await set(false);
    await handedOver(id, NEXT_DAY);
  });

  it('waits as well where its invoice changes', async () => {
    const owed = await owes();
    const id = await confirmed(owed);
    await renders(id, HOUR);
    await set(false);
    const change = invoiceChange.parse({ total_cents: 31_000 });
    await changeInvoice(hours.db, hours.on(LATER), owed.id, change, () => undefined);
    await handedOver(id, LATER);
  });

  it('waits for the rest of its invoices where a person decides otherwise about one', async () => {
    const owed = await owes(byLevel, 3);
    await renders(await confirmed(owed), HOUR);
    await set(false);
    const { startMessageIds } = await decides(setLevel, owed, { level: 1, reason: 'Vu au téléphone' }, off);
    await isWaiting(startMessageIds[0]!, HOUR);
  });
});

describe('A run by the print provider, which is switched off while it goes on,', () => {
  const done = async ({ id }: Run) => {
    const run = await hours.db.run.update({ where: { id }, data: { takenAt: new Date(HOUR) } });
    return (await runFigures(hours.db, [run])).get(id);
  };
  const refusedBy = async ({ id }: Run) =>
    (await runRefusals(hours.db, id)).map(({ invoice_id, code }) => [invoice_id, code]);

  it('refuses by name what it has not made yet, which stays due, and ends; started again without it, it is printed by oneself', async () => {
    const [made, later] = [await owes(), await owes()];
    const run = await runOf([made, later]);
    const [letter] = await takes(run, made);
    expect(await takes(run, later, off)).toEqual([]);
    await hours.db.message.update({ where: { id: letter! }, data: { status: 'sent', sentAt: new Date(HOUR) } });
    expect(await done(run)).toMatchObject({ status: 'done', sent: 1, byProvider: 1, refused: 1 });
    expect(await refusedBy(run)).toEqual([[later.id, 'no_print_connector']]);
    expect((await hours.read(later.id)).openStep).toMatchObject({ level: 1, messageId: null });
    expect(await takes(await runOf([later], {}, off), later, off)).toHaveLength(1);
  });

  it('sends nothing otherwise than a dry run announced it', async () => {
    const owed = await owes();
    const dry = await runOf([owed], { dryRun: true });
    await takes(dry, owed);
    await done(dry);
    const run = await runOf([owed], await announcedRun(hours.db, dry.id, dry as Run & { mode: 'letter' }), off);
    expect(await takes(run, owed, off)).toEqual([]);
    expect(await refusedBy(run)).toEqual([[owed.id, 'no_print_connector']]);
  });
});
