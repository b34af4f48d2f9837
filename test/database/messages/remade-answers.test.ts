import { beforeAll, describe, expect, it } from 'vitest';
import { qualificationInput, specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { reopenPromise } from '../../../facts/holds/reopen-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { reminderInput } from '../../../facts/inputs/sending.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { qualify } from '../../../facts/qualifications/qualify.ts';
import type { MessageEdits } from '../../../facts/messages/reserving/reserve-message.ts';
import { confirmSpecific } from '../../../facts/specific-actions/confirm-specific.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

let sending: Awaited<ReturnType<typeof openSending>>;
beforeAll(async () => {
  sending = await openSending('http://127.0.0.1:1');
});

const ASKING = { requestKey: null, consoleUrl: 'http://console.example' };
const TEXT = { subject: 'Objet', body_html: '<p>#items_list_selected</p>' };

async function debts() {
  const customer = await sending.world.newCustomer();
  const [a, b] = [await sending.world.newInvoice(customer), await sending.world.newInvoice(customer)];
  return { customer, a, b, ids: [a.id, b.id] };
}

/** The message is rendered, then a payment closes the first invoice, then its hour comes. Temporal is away, and what was stored stays. */
async function paidMeanwhile(messageId: string, number: string) {
  expect(await sending.render(messageId)).toMatchObject({ kind: 'ready' });
  await sending.world.pay(number, 30_000);
  await sending.handOver(messageId).catch(() => 'nobody could be told');
  const { origin, originId } = await sending.row(messageId);
  const where = { origin, originId };
  return sending.world.db.message.findMany({ where, include: { items: true }, orderBy: { id: 'asc' } });
}

describe('When an invoice is paid before it leaves,', () => {
  it('an acknowledgement is made anew about the others', async () => {
    const { a, b, ids } = await debts();
    const input = qualificationInput.parse({ invoice_ids: ids, comment: 'Vu', notify: { customer: TEXT } });
    const { startMessageIds } = await qualify(sending.world.db, sending.world.on(NOW), input, ASKING);
    const [first, second] = await paidMeanwhile(startMessageIds![0]!, a.number);
    expect([first!.status, second!.status]).toEqual(['cancelled', 'reserved']);
    expect(second!.items.map(({ invoiceId }) => invoiceId)).toEqual([b.id]);
    expect(second!.customBodyHtml).toBe(first!.customBodyHtml);
    const told = await sending.world.db.historyEntry.findFirst({ where: { messageId: first!.id } });
    expect(told?.data).toMatchObject({ origin: 'acknowledgement', subject: 'Objet' });
  });

  it('an internal mail is made anew, to the same colleague alone', async () => {
    const { a, b, ids } = await debts();
    const { id: creditorId } = sending.world.creditor;
    const userNamed = (name: string) => {
      const who = { id: crypto.randomUUID(), name, email: `${name.toLowerCase()}@societe.example` };
      return sending.world.db.user.create({ data: { ...who, creditorId, role: 'collector' } });
    };
    const { id } = await userNamed('Anne');
    const notify = { colleague: { user_id: (await userNamed('Paul')).id } };
    const actor = { kind: 'user' as const, id, name: 'Anne' };
    const input = qualificationInput.parse({ invoice_ids: ids, status: 'dispute', comment: 'Abîmé', notify });
    const { startMessageIds } = await qualify(sending.world.db, { ...sending.world.on(NOW), actor }, input, ASKING);
    const [first, second] = await paidMeanwhile(startMessageIds![0]!, a.number);
    expect([first!.status, second!.status]).toEqual(['cancelled', 'reserved']);
    expect(second!.customRecipients).toEqual(['paul@societe.example']);
    expect(second!.items.every(({ information }) => information)).toBe(true);
    // In the current words: the invoice is paid, and its dispute over.
    const body = (message: typeof first) => (message!.customBodyHtml ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
    const of = (number: string) => new RegExp(`${number}</a> \\(([^)]*)\\) : ([^<]*)`);
    expect(of(a.number).exec(body(first))!.slice(1)).toEqual(['300,00 €', expect.stringContaining('litige')]);
    expect(of(a.number).exec(body(second))!.slice(1)).toEqual(['0,00 €', expect.stringContaining('sans statut')]);
    expect(of(b.number).exec(body(second))![0]).toBe(of(b.number).exec(body(first))![0]);
    // It says who sends it, and the colleague's answer goes to that person.
    expect(body(second)).toContain('Envoyé par Anne.');
    await sending.render(second!.id);
    const content = await sending.world.db.messageContent.findUnique({ where: { messageId: second!.id } });
    expect(content?.replyTo).toBe('anne@societe.example');
    expect(body(second)).toContain(`http://console.example/dossiers/${a.id}`);
  });

  it('a specific action leaves at once without it', async () => {
    const { customer, a, b, ids } = await debts();
    const mail = { kind: 'email', mode: 'automatic', title: 'Relance', ...TEXT };
    const input = specificActionInput.parse({ customer_id: customer.id, invoice_ids: ids, ...mail });
    const { answer } = await createSpecific(sending.world.db, sending.world.on(NOW), input, null);
    const [first, second] = await paidMeanwhile(answer.messageId!, a.number);
    expect([first!.status, second!.status]).toEqual(['cancelled', 'reserved']);
    expect(second!.items.map(({ invoiceId }) => invoiceId)).toEqual([b.id]);
  });

  it('one that a person sent as it was planned leaves again in his name; in words of his own he is asked, and it never leaves by itself', async () => {
    const { world } = sending;
    const becomes = async (edits: MessageEdits) => {
      const { customer, a, ids } = await debts();
      const mail = { kind: 'email', mode: 'automatic', title: 'Relance', execute_on: '2026-11-25', ...TEXT };
      const input = specificActionInput.parse({ customer_id: customer.id, invoice_ids: ids, ...mail });
      const { id } = (await createSpecific(world.db, world.on(NOW), input, null)).answer;
      await world.db.action.update({ where: { id }, data: { dueAt: NOW } });
      const underLock = <Result>(run: (tx: Transaction) => Promise<Result>): Promise<Result> =>
        world.db.$transaction(async (tx) => {
          await lockCustomers(tx, [customer.id]);
          return run(tx);
        });
      const decision = { id: '', actionId: id, invoiceId: a.id, args: { edits }, actor: world.on(NOW).actor };
      const { verdict } = await underLock((tx) => confirmSpecific(tx, world.on(NOW), decision, id));
      await paidMeanwhile(verdict.messageId!, a.number);
      await underLock((tx) => runSpecific(tx, { ...world.on(NOW), actor: { kind: 'system', name: 'Relance' } }, id));
      const { mode, reason } = await world.db.action.findUniqueOrThrow({ where: { id } });
      const messages = await world.db.message.findMany({ where: { origin: 'specific_action', originId: id } });
      return { mode, reason, statuses: messages.map(({ status }) => status) };
    };
    expect(await becomes({})).toEqual({ mode: 'automatic', reason: null, statuses: ['cancelled', 'reserved'] });
    for (const edits of [{ bodyHtml: '<p>Comme convenu</p>' }, { subject: 'Comme convenu' }])
      expect(await becomes(edits)).toEqual({ mode: 'to_confirm', reason: 'corrected', statuses: ['cancelled'] });
  });
});

describe('A reminder that a person sends, when the invoice changes before it leaves,', () => {
  const byHand = async (words: object = {}) => {
    const { a } = await debts();
    await sending.world.plan(a.id);
    const input = reminderInput.parse({ mode: 'email', ...words });
    const { db } = sending.world;
    const { messageId } = await sendByHand(db, sending.world.on(NOW), a.id, input, crypto.randomUUID());
    expect(await sending.render(messageId)).toMatchObject({ kind: 'ready' });
    return { a, messageId };
  };
  const handedOver = async (messageId: string) => {
    await sending.handOver(messageId).catch(() => 'nobody could be told');
    const { originId } = await sending.row(messageId);
    const where = { origin: 'manual', originId } as const;
    return sending.world.db.message.findMany({ where, include: { items: true }, orderBy: { id: 'asc' } });
  };

  it('leaves with what is due now', async () => {
    const { a, messageId } = await byHand();
    await sending.world.pay(a.number, 10_000);
    const [first, second, ...more] = await handedOver(messageId);
    expect([first!.status, second!.status, more]).toEqual(['cancelled', 'reserved', []]);
    expect(second!.items).toMatchObject([{ invoiceId: a.id, amountCents: 20_000, stepKey: null }]);
  });

  it('is asked for again when it is in words of his own, which may name what is no longer so', async () => {
    const { a, messageId } = await byHand({ subject: 'Un mot', body_html: '<p>Il reste 300 €.</p>' });
    await sending.world.pay(a.number, 10_000);
    expect((await handedOver(messageId)).map(({ status }) => status)).toEqual(['cancelled']);
    expect(await sending.world.read(a.id)).toMatchObject({ attentionCode: 'not_sent' });
    expect(await sending.world.tasks(a.id, 'attention')).toMatchObject([{ state: 'open' }]);
  });

  it('is gone once the case is paid, put in litigation since, or a promise stands again that was over when he sent it', async () => {
    const [paid, held, promised] = [await byHand(), await byHand(), await byHand()];
    const on = (minutesFromNow: number) => sending.world.on(minutes(minutesFromNow));
    const { db } = sending.world;
    const money = { amount_cents: 30_000, promised_on: '2026-12-04' };
    const { answer } = await recordPromise(db, on(-20), promised.a.id, money);
    await withdrawPromise(db, on(-10), { invoiceId: promised.a.id, promiseId: answer.id });
    await reopenPromise(db, on(10), { invoiceId: promised.a.id, promiseId: answer.id });
    await sending.world.pay(paid.a.number, 30_000);
    await openLitigation(sending.world.db, sending.world.on(NOW), held.a.id, { reason: 'Avocat' });
    for (const { a, messageId } of [paid, held, promised]) {
      expect((await handedOver(messageId)).map(({ status }) => status)).toEqual(['cancelled']);
      expect(await sending.world.read(a.id)).toMatchObject({ attentionCode: null });
    }
  });
});

describe('The next level, sent by a person, when the case changes before it leaves,', () => {
  const byHand = async (words: object = {}) => {
    const { a } = await debts();
    await sending.world.plan(a.id);
    const input = reminderInput.parse({ mode: 'email', level: 1, ...words });
    const { db } = sending.world;
    const { messageId } = await sendByHand(db, sending.world.on(NOW), a.id, input, crypto.randomUUID());
    expect(await sending.render(messageId)).toMatchObject({ kind: 'ready' });
    return { a, messageId };
  };
  const changes = (invoiceId: string, change: object) =>
    changeInvoice(sending.world.db, sending.world.on(NOW), invoiceId, invoiceChange.parse(change), () => undefined);
  const becomes = async (messageId: string) => {
    await sending.handOver(messageId).catch(() => 'nobody could be told');
    const { originId } = await sending.row(messageId);
    const where = { origin: 'manual', originId } as const;
    return (await sending.world.db.message.findMany({ where, orderBy: { id: 'asc' } })).map(({ status }) => status);
  };
  const isAskedAgain = async ({ a, messageId }: { a: { id: string }; messageId: string }) => {
    expect(await becomes(messageId)).toEqual(['cancelled']);
    expect(await sending.world.read(a.id)).toMatchObject({ attentionCode: 'not_sent' });
  };

  it('leaves for what is left after a part was paid, once, as that step', async () => {
    const { a, messageId } = await byHand();
    await sending.world.pay(a.number, 10_000);
    expect(await becomes(messageId)).toEqual(['cancelled', 'reserved']);
    const { openStep } = await sending.world.read(a.id);
    expect(await sending.row(openStep!.messageId!)).toMatchObject({ status: 'reserved', level: 1 });
  });

  it('is asked for again once the invoice is due next month only, unless he said why it may leave early', async () => {
    const asked = await byHand();
    await changes(asked.a.id, { due_on: '2026-12-20' });
    await isAskedAgain(asked);
    const early = await byHand({ override_reason: 'Convenu au téléphone' });
    await changes(early.a.id, { due_on: '2026-12-20' });
    expect(await becomes(early.messageId)).toEqual(['cancelled', 'reserved']);
  });

  it('is asked for again where the scenario that the case follows by now has another text', async () => {
    const sent = await byHand();
    const { db, creditor } = sending.world;
    const template = { id: crypto.randomUUID(), creditorId: creditor.id, name: 'Autre texte', kind: 'email' } as const;
    await db.template.create({ data: template });
    const { scenarioVersion } = await db.invoice.findUniqueOrThrow({
      where: { id: sent.a.id },
      include: { scenarioVersion: { include: { steps: { orderBy: { position: 'asc' } } } } },
    });
    const steps = scenarioVersion!.steps.map(({ versionId: _, ...step }) => ({
      ...step,
      id: crypto.randomUUID(),
      ...(step.level === 1 ? { templateId: template.id } : {}),
    }));
    const version = { id: crypto.randomUUID(), version: 1, unit: 'invoice', steps: { create: steps } } as const;
    const scenario = { id: crypto.randomUUID(), creditorId: creditor.id, name: 'Un autre' };
    await db.scenario.create({ data: { ...scenario, versions: { create: [version] } } });
    await changes(sent.a.id, { scenario_id: scenario.id });
    await isAskedAgain(sent);
  });

  it('is asked for again once the case was in litigation and came out of it', async () => {
    const sent = await byHand();
    const { db } = sending.world;
    await openLitigation(db, sending.world.on(NOW), sent.a.id, { reason: 'Avocat' });
    await closeLitigation(db, sending.world.on(NOW), sent.a.id);
    await isAskedAgain(sent);
  });
});

describe('An internal mail', () => {
  const asked = (email: string) => ({ notify: { colleague: { email } } });

  it('goes to the domains that the settings name, and to nobody else, were he at the company’s own', async () => {
    const { ids } = await debts();
    const send = (email: string) =>
      qualify(
        sending.world.db,
        sending.world.on(NOW),
        qualificationInput.parse({ invoice_ids: ids, ...asked(email) }),
        ASKING,
      ).then(
        ({ startMessageIds }) => startMessageIds!.length,
        (error: { code?: string }) => error.code,
      );
    const own = (await sending.world.db.settings.findFirstOrThrow({ where: { creditorId: sending.world.creditor.id } }))
      .companyEmail;
    const ownDomain = own.slice(own.indexOf('@'));
    expect(await send(`juriste${ownDomain}`)).toBe(1);
    await sending.world.setSettings({ internalDomains: ['groupe.example'] });
    expect(await send('juriste@groupe.example')).toBe(1);
    expect(await send(`juriste${ownDomain}`)).toBe('not_internal');
    expect(await send('juriste@groupe.example.evil.example')).toBe('not_internal');
    expect(await send('paul@roy.example')).toBe('not_internal');
    await sending.world.setSettings({ internalDomains: ['roy.example'] });
    // A customer's address never counts as internal, whatever the settings say.
    expect(await send('paul@roy.example')).toBe('not_internal');
    expect(await send('PAUL@ROY.EXAMPLE')).toBe('not_internal');
    await sending.world.setSettings({ internalDomains: [] });
  });

  it('takes no place among what the customer receives, and moves no step', async () => {
    const { ids } = await debts();
    const { id: creditorId } = sending.world.creditor;
    const input = qualificationInput.parse({ invoice_ids: ids, ...asked((await colleague(creditorId)).email) });
    const { startMessageIds } = await qualify(sending.world.db, sending.world.on(NOW), input, ASKING);
    await sending.world.db.message.update({
      where: { id: startMessageIds![0]! },
      data: { status: 'sent', sentAt: new Date('2027-03-01T09:00:00.000Z') },
    });
    const before = await sending.world.plan(ids[0]!);
    expect(before.step!.dueAt < '2027-01-01').toBe(true);
  });
});

const colleague = (creditorId: string) =>
  sending.world.db.user.create({
    data: {
      id: crypto.randomUUID(),
      creditorId,
      name: 'Rose',
      email: `${crypto.randomUUID()}@societe.example`,
      role: 'collector',
    },
  });
