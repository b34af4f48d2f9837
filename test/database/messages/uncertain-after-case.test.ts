import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import type { DecisionArgs, Judge } from '../../../facts/decisions/decision.ts';
import { setLevel } from '../../../facts/decisions/set-level.ts';
import { skipStep } from '../../../facts/decisions/skip-step.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { resolveMessage } from '../../../facts/messages/settling/resolve-message.ts';
import { raiseAttention } from '../../../facts/raise-attention.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { deleteSpecific } from '../../../facts/specific-actions/delete-specific.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A reminder that was handed over and has no outcome yet. */
async function reminded() {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId: invoice.id });
  return { customer, invoice, messageId };
}

const actor = { kind: 'user', name: 'Léa Martin' } as const;

const underLock = <Result>(customerId: string | null, run: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  world.db.$transaction(async (tx) => {
    await lockCustomers(tx, [customerId!]);
    return run(tx);
  });

/** The provider did not say whether the message left. */
async function becomesUncertain(messageId: string): Promise<void> {
  const { customerId } = await world.db.message.findUniqueOrThrow({ where: { id: messageId } });
  await underLock(customerId, async (tx) =>
    settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, messageId), { kind: 'ambiguous' }),
  );
}

const writeOff = (invoiceId: string) =>
  endCase(world.db, world.on(NOW), invoiceId, 'written_off', { reason: 'Irrécouvrable' });

/** The open tasks about the message itself. */
const askedAbout = (messageId: string) =>
  world.db.action.findMany({ where: { origin: 'message', messageId, state: 'open' } });

describe('whether a reminder left, when nobody knows,', () => {
  it('is asked of a person though the case was paid before that was found out', async () => {
    const { customer, invoice, messageId } = await reminded();
    await world.pay(invoice.number, 30_000);
    await becomesUncertain(messageId);
    const asked = await askedAbout(messageId);
    expect(asked).toMatchObject([{ attentionCode: 'ambiguous_sending', customerId: customer.id, state: 'open' }]);
    expect(asked[0]?.title).toContain(`Le courriel de niveau R1 (${invoice.number}) à paul@roy.example`);
    expect(await world.read(invoice.id)).toMatchObject({ closedAs: 'paid', attentionCode: null });
  });

  it('is asked of a person still when the case, which asked, is written off', async () => {
    const { invoice, messageId } = await reminded();
    await becomesUncertain(messageId);
    expect((await world.read(invoice.id)).attentionCode).toBe('ambiguous_sending');
    expect(await askedAbout(messageId)).toEqual([]);
    await writeOff(invoice.id);
    expect(await askedAbout(messageId)).toHaveLength(1);
    expect(await world.tasks(invoice.id, 'attention')).toEqual([]);
  });

  it('is asked once: by another of its cases as long as one is open', async () => {
    const { customer, invoice, messageId } = await reminded();
    const other = await world.newInvoice(customer);
    const item = { messageId, invoiceId: other.id, cycle: 1, stepKey: `step-${randomUUID()}`, level: 1 };
    await world.db.messageItem.create({ data: { ...item, amountCents: 30_000 } });
    await becomesUncertain(messageId);
    await world.pay(invoice.number, 30_000);
    expect(await askedAbout(messageId)).toEqual([]);
    expect((await world.read(other.id)).attentionCode).toBe('ambiguous_sending');
    await writeOff(other.id);
    expect(await askedAbout(messageId)).toHaveLength(1);
  });

  it('is asked no more once it is said, and nobody is asked to send again what is not owed', async () => {
    for (const outcome of ['sent', 'not_sent'] as const) {
      const { invoice, messageId } = await reminded();
      await becomesUncertain(messageId);
      await writeOff(invoice.id);
      await resolveMessage(world.db, world.on(NOW), messageId, { outcome, comment: 'Vu chez le prestataire' });
      expect(await askedAbout(messageId)).toEqual([]);
      const { status } = await world.db.message.findUniqueOrThrow({ where: { id: messageId } });
      expect(status).toBe(outcome === 'sent' ? 'sent' : 'cancelled');
    }
  });

  it('said once more in the same words tells again whoever was not told, and changes nothing; other words are refused', async () => {
    const { invoice, messageId } = await reminded();
    await becomesUncertain(messageId);
    const says = (outcome: 'sent' | 'not_sent', comment: string) =>
      resolveMessage(world.db, world.on(NOW), messageId, { outcome, comment });
    const tellings = await says('sent', 'Vu chez le prestataire');
    const { version } = await world.read(invoice.id);
    expect(await says('sent', 'Vu chez le prestataire')).toEqual(tellings);
    expect((await world.read(invoice.id)).version).toBe(version);
    await expect(says('not_sent', 'Vu chez le prestataire')).rejects.toMatchObject({ code: 'not_ambiguous' });
    await expect(says('sent', 'Autre')).rejects.toMatchObject({ code: 'not_ambiguous' });
  });

  it('is asked of each of two: the answer to the first leaves the question about the second', async () => {
    const { customer, invoice, messageId } = await reminded();
    const second = await handOver(world, { customerId: customer.id, invoiceId: invoice.id });
    for (const id of [messageId, second]) await becomesUncertain(id);
    const says = (id: string) =>
      resolveMessage(world.db, world.on(NOW), id, { outcome: 'not_sent', comment: 'Vu chez le prestataire' });
    await says(messageId);
    expect(await asking(invoice)).toMatchObject([{ attentionCode: 'ambiguous_sending' }]);
    expect((await world.read(invoice.id)).attentionCode).toBe('ambiguous_sending');
    await says(second);
    expect([await asking(invoice), (await world.read(invoice.id)).attentionCode]).toEqual([[], null]);
  });

  it('is asked still of a statement when its last file is paid', async () => {
    const { invoice, messageId } = await reminded();
    const party = { id: randomUUID(), creditorId: world.creditor.id, name: 'Étude Marchand' };
    await world.db.thirdParty.create({ data: party });
    const data = { origin: 'statement', level: null, thirdPartyId: party.id } as const;
    await world.db.message.update({ where: { id: messageId }, data });
    await becomesUncertain(messageId);
    expect(await askedAbout(messageId)).toHaveLength(1);
    await world.pay(invoice.number, 30_000);
    expect(await askedAbout(messageId)).toHaveLength(1);
  });

  it('is asked until it is said: the case does not go on without an answer, nor is the task done', async () => {
    const { invoice, messageId } = await reminded();
    await becomesUncertain(messageId);
    const [task] = await world.tasks(invoice.id, 'attention');
    const asked = { id: randomUUID(), actionId: task!.id, invoiceId: invoice.id, args: { reason: 'Vu' }, actor };
    for (const judge of [confirmStep, skipStep]) {
      const { verdict } = await underLock(task!.customerId, (tx) => judge(tx, world.on(NOW), asked));
      expect(verdict).toMatchObject({ accepted: false, code: 'uncertain' });
    }
    const completed = completeAction(world.db, world.on(NOW), task!.id, { comment: 'Vu' });
    await expect(completed).rejects.toMatchObject({ kind: 'conflict', code: 'uncertain' });
    expect(await world.tasks(invoice.id, 'attention')).toMatchObject([{ state: 'open' }]);
    expect((await world.read(invoice.id)).attentionCode).toBe('ambiguous_sending');
    await resolveMessage(world.db, world.on(NOW), messageId, { outcome: 'sent', comment: 'Vu chez le prestataire' });
    expect(await world.tasks(invoice.id, 'attention')).toMatchObject([{ state: 'done' }]);
    expect((await world.read(invoice.id)).attentionCode).toBeNull();
  });

  it('is asked until it is said, though a specific action is sent about it and another invoice, or its level is set', async () => {
    const { customer, invoice, messageId } = await reminded();
    await becomesUncertain(messageId);
    const other = await world.newInvoice(customer);
    const plan = async (invoice_ids: string[]) => {
      const words = { kind: 'email', mode: 'to_confirm', title: 'Point', subject: 'Point', body_html: '<p>Texte</p>' };
      const input = specificActionInput.parse({ customer_id: customer.id, invoice_ids, ...words });
      return (await createSpecific(world.db, world.on(NOW), input, null)).answer.id;
    };
    const judge = async (run: Judge, actionId: string | null, args: DecisionArgs) => {
      const asked = { id: randomUUID(), actionId, invoiceId: invoice.id, args, actor };
      return (await underLock(customer.id, (tx) => run(tx, world.on(NOW), asked))).verdict;
    };
    const alone = await plan([invoice.id]);
    expect(await judge(confirmStep, alone, {})).toMatchObject({ accepted: false, code: 'uncertain' });
    const level = await judge(setLevel, null, { level: 0, reason: 'Repris' });
    expect(level).toMatchObject({ accepted: false, code: 'uncertain' });
    await deleteSpecific(world.db, world.on(NOW), alone);
    const { accepted, messageId: sent } = await judge(confirmStep, await plan([invoice.id, other.id]), {});
    expect(accepted).toBe(true);
    expect(await world.db.messageItem.findMany({ where: { messageId: sent! } })).toMatchObject([
      { invoiceId: other.id },
    ]);
    expect(await world.tasks(invoice.id, 'attention')).toMatchObject([{ state: 'open' }]);
    expect((await world.read(invoice.id)).attentionCode).toBe('ambiguous_sending');
  });

  const complaint = { code: 'complaint', text: 'Signalé comme indésirable : appelez-le.' } as const;
  const complain = (invoice: { id: string }, customerId: string) =>
    underLock(customerId, (tx) => raiseAttention(tx, world.on(NOW), [invoice.id], complaint));
  const asking = async (invoice: { id: string }) =>
    (await world.tasks(invoice.id, 'attention')).filter(({ state }) => state === 'open').map((task) => task);

  it.each(['complete', 'confirm', 'skip'])('holds up no task that asks for something else: %s', async (how) => {
    const { customer, invoice, messageId } = await reminded();
    await becomesUncertain(messageId);
    await complain(invoice, customer.id);
    await complain(invoice, customer.id);
    expect((await world.read(invoice.id)).attentionCode).toBe('ambiguous_sending');
    const tasks = await asking(invoice);
    expect(tasks.map(({ attentionCode }) => attentionCode).sort()).toEqual(['ambiguous_sending', 'complaint']);
    const actionId = tasks.find(({ attentionCode }) => attentionCode === 'complaint')!.id;
    const decision = { id: randomUUID(), actionId, invoiceId: invoice.id, args: { reason: 'Appelé' }, actor };
    if (how === 'complete') await completeAction(world.db, world.on(NOW), actionId, { comment: 'Appelé' });
    else {
      const judge = how === 'confirm' ? confirmStep : skipStep;
      expect((await underLock(customer.id, (tx) => judge(tx, world.on(NOW), decision))).verdict.accepted).toBe(true);
    }
    // There is still a question whether the message left, and the case waits because of it.
    expect((await asking(invoice)).map(({ attentionCode }) => attentionCode)).toEqual(['ambiguous_sending']);
    expect((await world.read(invoice.id)).attentionCode).toBe('ambiguous_sending');
    await resolveMessage(world.db, world.on(NOW), messageId, { outcome: 'sent', comment: 'Vu chez le prestataire' });
    expect(await world.read(invoice.id)).toMatchObject({ attentionCode: null, attentionText: null });
  });

  it.each(['first', 'second'])('once said, the complaint that came %s is to be looked at still', async (order) => {
    const { customer, invoice, messageId } = await reminded();
    if (order === 'first') await complain(invoice, customer.id);
    await becomesUncertain(messageId);
    if (order === 'second') await complain(invoice, customer.id);
    await resolveMessage(world.db, world.on(NOW), messageId, { outcome: 'sent', comment: 'Vu chez le prestataire' });
    expect(await world.read(invoice.id)).toMatchObject({ attentionCode: 'complaint', attentionText: complaint.text });
    const [task, ...more] = await asking(invoice);
    expect([task!.attentionCode, more]).toEqual(['complaint', []]);
    await completeAction(world.db, world.on(NOW), task!.id, { comment: 'Appelé' });
    expect(await world.read(invoice.id)).toMatchObject({ attentionCode: null });
  });

  it('is not asked of what did leave, nor of what did not', async () => {
    const { customer, invoice, messageId } = await reminded();
    const failed = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'failed');
    await world.db.message.update({ where: { id: messageId }, data: { status: 'delivered' } });
    await writeOff(invoice.id);
    for (const id of [messageId, failed]) expect(await askedAbout(id)).toEqual([]);
  });
});
