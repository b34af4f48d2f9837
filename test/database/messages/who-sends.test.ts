import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderEmail } from '../../../emails/render-email.tsx';
import { readMessage } from '../../../facts/messages/drawing/draw-message.ts';
import { draftAction, draftAsItLeaves } from '../../../facts/actions/draft-action.ts';
import { readActions } from '../../../facts/actions/action-row.ts';
import { draftReminder } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { reserveMessage } from '../../../facts/messages/reserving/reserve-message.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import type { Actor, FactContext } from '../../../facts/outcome.ts';
import { createStatement } from '../../../facts/third-parties/create-statement.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// The writer that a message names: the user who sent it or, when it left automatically, the customer's collector, else the company.

const COMPANY = { name: 'Diagnostics Aubrac', email: 'compta@aubrac.example' };
const MACHINE: Actor = { kind: 'system', name: 'Relance' };

let world: World;
let lea: Actor;
let marc: Actor;

beforeAll(async () => {
  world = await openWorld();
  await world.setSettings({ companyName: COMPANY.name, companyEmail: COMPANY.email });
  [lea, marc] = await Promise.all([
    user('Léa Martin', 'lea@aubrac.example'),
    user('Marc Roche', 'marc@aubrac.example'),
  ]);
});

async function user(name: string, email: string): Promise<Actor> {
  const id = randomUUID();
  await world.db.user.create({ data: { id, creditorId: world.creditor.id, name, email, role: 'collector' } });
  return { kind: 'user', name, id };
}

const by = (actor: Actor): FactContext => ({ ...world.on(NOW), actor });

async function owed(collector?: Actor) {
  const customer = await world.newCustomer(collector ? { collector_id: collector.id } : {});
  const invoice = await world.newInvoice(customer);
  await world.plan(invoice.id);
  return { customerId: customer.id, invoiceId: invoice.id };
}

type Debt = Awaited<ReturnType<typeof owed>>;

const reserved = (debt: Debt, actor: Actor, more: object = {}) =>
  world.db.$transaction((tx) =>
    reserveMessage(tx, by(actor), {
      ...{ customerId: debt.customerId, language: 'fr', currency: 'EUR', kind: 'email', letterKind: null, level: 1 },
      ...{ origin: 'manual', originId: randomUUID(), actionId: null, templateId: null, actor, test: true },
      items: [{ invoiceId: debt.invoiceId, cycle: 1, stepKey: null, level: 1, repeat: 0, amountCents: 30_000 }],
      edits: { subject: 'Votre facture', bodyHtml: '<p>#user_name, #user_email</p>' },
      ...more,
    }),
  );

const senderOf = async (messageId: string): Promise<string> => {
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  return (await world.db.$transaction((tx) => readMessage(tx, call))).content.sender.name;
};

describe('Who writes a message', () => {
  it('is the person who sends it, though the customer is another’s or nobody’s', async () => {
    expect(await senderOf(await reserved(await owed(), lea))).toBe(lea.name);
    expect(await senderOf(await reserved(await owed(marc), lea))).toBe(lea.name);
  });

  it('is the customer’s collector of one that leaves by itself or that a program asks for, else the company', async () => {
    for (const actor of [MACHINE, { kind: 'key', name: 'ERP' } as const]) {
      expect(await senderOf(await reserved(await owed(marc), actor))).toBe(marc.name);
      expect(await senderOf(await reserved(await owed(), actor))).toBe(COMPANY.name);
    }
  });

  it('is the collector when whoever sent it is no user any more', async () => {
    const gone = { ...lea, id: randomUUID() };
    expect(await senderOf(await reserved(await owed(marc), gone))).toBe(marc.name);
  });

  it('is the person who sends a statement, and the company of one that a program asks for', async () => {
    for (const [actor, name] of [[lea, lea.name] as const, [MACHINE, COMPANY.name] as const]) {
      const id = randomUUID();
      const party = { id, creditorId: world.creditor.id, name: 'Étude Vasseur', email: 'etude@vasseur.example' };
      await world.db.thirdParty.create({ data: { ...party, country: 'FR' } });
      const customer = await world.newCustomer();
      const { id: invoiceId } = await world.newInvoice(customer, { case_file: { reference: 'D', notary_id: id } });
      const input = { invoice_ids: [invoiceId], mode: 'email' as const };
      expect(await senderOf(await createStatement(world.db, by(actor), id, input, null))).toBe(name);
    }
  });
});

describe('A draft names', () => {
  it('the person who looks at it, of a reminder by hand and of a step that waits for him', async () => {
    const { invoiceId } = await owed(marc);
    const { draft } = await draftReminder(world.db, by(lea), invoiceId, { mode: 'email', level: 1 });
    expect(draft.content.sender.name).toBe(lea.name);
    const [row] = await readActions(world.db, { where: { invoices: { some: { invoiceId } } } });
    const waits = { ...row!, mode: 'to_confirm' as const };
    expect((await draftAsItLeaves(world.db, waits, by(lea)))?.content.sender.name).toBe(lea.name);
  });

  it('the collector of a step that leaves by itself, until somebody sends it', async () => {
    const { invoiceId } = await owed(marc);
    const [row] = await readActions(world.db, { where: { invoices: { some: { invoiceId } } } });
    const automatic = { ...row!, mode: 'automatic' as const };
    expect((await draftAsItLeaves(world.db, automatic, by(lea)))?.content.sender.name).toBe(marc.name);
    expect((await draftAction(world.db, automatic, by(lea), {}))?.content.sender.name).toBe(lea.name);
  });
});

describe('That an electronic letter has left', () => {
  const notice = async (actor: Actor) => {
    const id = await reserved(await owed(), actor, { kind: 'letter', letterKind: 'ere_simple' });
    const left = { status: 'sending', viaPrintProvider: true, provider: 'x' } as const;
    await world.db.message.update({ where: { id }, data: { ...left, recipients: ['paul@roy.example'] } });
    const sent = { kind: 'sent', reference: 'E-1' } as const;
    await world.db.$transaction(async (tx) => settleMessage(tx, by(MACHINE), await loadMessageToSettle(tx, id), sent));
    return world.db.message.findFirstOrThrow({ where: { originId: `notice/sender/${id}` } });
  };
  const told = async (actor: Actor): Promise<string[]> => (await notice(actor)).customRecipients;

  it('is written to the company and to the person who sent it', async () => {
    expect(await told(lea)).toEqual([COMPANY.email, 'lea@aubrac.example']);
  });

  it('is written to the company alone when it left by itself', async () => {
    expect(await told(MACHINE)).toEqual([COMPANY.email]);
  });

  it('says there whose reference it is, and never as that of its reader', async () => {
    const { id } = await notice(MACHINE);
    const read = await world.db.$transaction((tx) => readMessage(tx, { messageId: id, at: NOW.toISOString() }));
    const { text } = await renderEmail(read.texts!.email!, read.content);
    expect(text).toContain(`Référence client\u00a0: ${read.content.customer.reference}`);
    expect(text).not.toContain('Votre référence');
  });
});
