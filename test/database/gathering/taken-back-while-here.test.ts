import { beforeAll, describe, expect, it } from 'vitest';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import type { AskedDecision, Judge } from '../../../facts/decisions/decision.ts';
import { postponeStep } from '../../../facts/decisions/postpone-step.ts';
import { setLevel } from '../../../facts/decisions/set-level.ts';
import { skipStep } from '../../../facts/decisions/skip-step.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { reminderInput } from '../../../facts/inputs/sending.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { deleteSpecific } from '../../../facts/specific-actions/delete-specific.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

const ASKED = [
  { key: 'r1', level: 1, anchor: 'due_on', mode: 'to_confirm' },
  { key: 'r2', level: 2, mode: 'to_confirm' },
] as const;
const LATER = '2026-12-10T10:00:00.000Z';

let hours: SendHours;
let byLevel: string;
beforeAll(async () => {
  hours = await openSendHours();
  byLevel = await hours.scenario('level', ASKED);
});

/** The message was confirmed and made; the line is stopped, and it has not been handed over. */
async function confirmed(debts = 1) {
  const { ids, customer } = await hours.owes(byLevel, ...Array.from({ length: debts }, () => R1_TODAY));
  const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: ids[0]! } });
  const decides = async (judge: Judge, args: AskedDecision['args'], at = LATER) => {
    const on = hours.on(at);
    const decision = { id: '', actionId, invoiceId: ids[0]!, args, actor: on.actor };
    return hours.underLock(customer.id, (tx) => judge(tx, on, decision));
  };
  const messageId = (await decides(confirmStep, {}, HOUR)).verdict.messageId!;
  await hours.rendered(messageId, HOUR);
  return { ids, actionId, messageId, decides };
}

const decisions = [
  ['left out', skipStep, { reason: 'Vu au téléphone' }],
  ['put off', postponeStep, { untilOn: '2026-12-21' }],
  ['replaced by a level', setLevel, { level: 1, reason: 'Vu au téléphone' }],
] as const;

describe('A reminder that a person confirmed, and that the provider has not got,', () => {
  it.each(decisions)('may be %s: it is taken back, and does not leave', async (what, judge, args) => {
    const { ids, actionId, messageId, decides } = await confirmed();
    expect((await decides(judge, args)).verdict).toMatchObject({ accepted: true });
    expect(await hours.message(messageId)).toMatchObject({ status: 'cancelled', failureDetail: 'withdrawn' });
    const { state } = await hours.db.action.findUniqueOrThrow({ where: { id: actionId } });
    const step = await hours.db.openStep.findUnique({ where: { invoiceId: ids[0]! } });
    if (what === 'put off') expect([state, step?.dueAt.toISOString()]).toEqual(['open', '2026-12-21T08:00:00.000Z']);
    else expect([state, step]).toEqual([what === 'left out' ? 'skipped' : 'cancelled', null]);
  });

  it.each(decisions)('is too late to be %s once the provider may have it', async (_what, judge, args) => {
    const { messageId, decides } = await confirmed();
    for (const status of ['sending', 'ambiguous'] as const) {
      await hours.db.message.update({ where: { id: messageId }, data: { status } });
      expect((await decides(judge, args)).verdict).toMatchObject({ accepted: false, code: 'already_handed_over' });
    }
  });

  it('leaves for the other invoices of the same mail, of which nobody decided otherwise', async () => {
    const { ids, messageId, decides } = await confirmed(3);
    const { tellings, startMessageIds } = await decides(setLevel, { level: 1, reason: 'Vu au téléphone' }, HOUR);
    expect((await hours.message(messageId)).status).toBe('cancelled');
    expect(new Set(tellings.map(({ invoiceId }) => invoiceId))).toEqual(new Set(ids));
    const [again] = startMessageIds;
    const { status, items } = await hours.message(again!);
    expect([status, new Set(items.map(({ invoiceId }) => invoiceId))]).toEqual(['reserved', new Set(ids.slice(1))]);
    for (const id of ids.slice(1))
      expect((await hours.read(id)).openStep).toMatchObject({ level: 1, messageId: again });
  });

  it('as a registered letter by hand over an endless pause, which nobody has posted, does not outlive a level that is set', async () => {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY);
    const [id] = ids as [string];
    await setPause(hours.db, hours.on(HOUR), id, { reason: 'Vu au téléphone' });
    await hours.plan(id, HOUR);
    expect((await hours.read(id)).openStep).toBeNull();
    const letter = { level: 1, mode: 'letter', letter_kind: 'registered', override_reason: 'Convenu' } as const;
    const { messageId } = await sendByHand(hours.db, hours.on(HOUR), id, letter, crypto.randomUUID());
    await hours.rendered(messageId, HOUR);
    const on = hours.on(LATER);
    const decision = { id: '', actionId: null, invoiceId: id, args: { level: 0, reason: 'Repris' }, actor: on.actor };
    const { verdict, startMessageIds } = await hours.underLock(customer.id, (tx) => setLevel(tx, on, decision));
    expect([verdict, startMessageIds]).toMatchObject([{ accepted: true }, []]);
    expect(await hours.message(messageId)).toMatchObject({ status: 'cancelled', failureDetail: 'withdrawn' });
  });

  it('of a run leaves for the others, and the run tells why the one did not', async () => {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY, R1_TODAY);
    const input = { level: 1, mode: 'email', dryRun: false, invoiceIds: ids } as const;
    const run = await hours.db.run.findUniqueOrThrow({
      where: { id: await createRun(hours.db, hours.on(HOUR), input, null) },
    });
    await hours.underLock(customer.id, (tx) => takeCustomer(tx, hours.on(HOUR), run, customer.id));
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: ids[0]! } });
    const on = hours.on(HOUR);
    const decision = { id: '', actionId, invoiceId: ids[0]!, args: { level: 1, reason: 'Vu' }, actor: on.actor };
    const { startMessageIds } = await hours.underLock(customer.id, (tx) => setLevel(tx, on, decision));
    const { items } = await hours.message(startMessageIds[0]!);
    expect(items.map(({ invoiceId }) => invoiceId)).toEqual([ids[1]]);
    const told = await hours.db.runItem.findMany({ where: { runId: run.id } });
    const of = (id: string | undefined) => told.find(({ invoiceId }) => invoiceId === id);
    expect(of(ids[0])).toMatchObject({ state: 'refused', code: 'withdrawn', messageId: null });
    expect(of(ids[1])).toMatchObject({ state: 'taken', messageId: startMessageIds[0] });
  });

  it('stays as it is when the decision itself is refused', async () => {
    const { messageId, decides } = await confirmed();
    expect((await decides(postponeStep, { untilOn: '2026-12-01' })).verdict).toMatchObject({ accepted: false });
    expect((await hours.message(messageId)).status).toBe('rendered');
  });
});

describe('While a case is suspended, and a person has sent its reminder all the same, its level', () => {
  async function sentOverPause() {
    const { ids, customer } = await hours.owes(byLevel, R1_TODAY);
    const [id] = ids as [string];
    await setPause(hours.db, hours.on(HOUR), id, { reason: 'Réclamation' });
    await hours.plan(id, HOUR);
    const input = reminderInput.parse({ level: 1, mode: 'email', override_reason: 'Convenu au téléphone' });
    const { messageId } = await sendByHand(hours.db, hours.on(HOUR), id, input, crypto.randomUUID());
    await hours.rendered(messageId, HOUR);
    expect((await hours.read(id)).openStep).toBeNull();
    const on = hours.on(LATER);
    const decision = { id: '', actionId: null, invoiceId: id, args: { level: 2, reason: 'Vu' }, actor: on.actor };
    const setsLevel = async () => (await hours.underLock(customer.id, (tx) => setLevel(tx, on, decision))).verdict;
    return { id, messageId, setsLevel };
  }

  it('is not set once the provider may have that reminder', async () => {
    const { id, messageId, setsLevel } = await sentOverPause();
    await hours.db.message.update({ where: { id: messageId }, data: { status: 'sending' } });
    expect(await setsLevel()).toMatchObject({ accepted: false, code: 'already_handed_over' });
    expect((await hours.read(id)).level).toBe(0);
  });

  it('is set as long as it is still here, and that reminder does not leave', async () => {
    const { id, messageId, setsLevel } = await sentOverPause();
    expect(await setsLevel()).toMatchObject({ accepted: true });
    expect(await hours.message(messageId)).toMatchObject({ status: 'cancelled', failureDetail: 'withdrawn' });
    expect((await hours.read(id)).level).toBe(2);
  });
});

it('A specific action that the provider has not got may be deleted: its mail does not leave', async () => {
  const { ids, customer } = await hours.owes(byLevel, R1_TODAY);
  const mail = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };
  const input = specificActionInput.parse({ customer_id: customer.id, invoice_ids: ids, ...mail });
  const { answer } = await createSpecific(hours.db, hours.on(HOUR), input, null);
  const { messageId } = await hours.db.action.findUniqueOrThrow({ where: { id: answer.id } });
  await hours.rendered(messageId!, HOUR);
  await hours.db.message.update({ where: { id: messageId! }, data: { status: 'sending' } });
  await expect(deleteSpecific(hours.db, hours.on(LATER), answer.id)).rejects.toThrow('on its way');
  await hours.db.message.update({ where: { id: messageId! }, data: { status: 'rendered' } });
  await deleteSpecific(hours.db, hours.on(LATER), answer.id);
  expect((await hours.message(messageId!)).status).toBe('cancelled');
});
