import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ProviderEvent, settleProviderEvent } from '../../../facts/settle-provider-event.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function mailed(status: string) {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  await world.plan(invoice.id);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, status);
  const sentAt = ['sent', 'delivered'].includes(status) ? NOW : null;
  await world.db.message.update({
    where: { id: messageId },
    data: { sentAt, providerReference: sentAt ? `re_${messageId}` : null },
  });
  return { customer, invoice, messageId };
}

const event = (messageId: string, kind: ProviderEvent['event'], more: Partial<ProviderEvent> = {}): ProviderEvent => ({
  providerReference: `re_${messageId}`,
  messageTag: messageId,
  event: kind,
  bounceType: kind === 'bounced' ? 'hard' : null,
  detail: '',
  ...more,
});
const settle = (messageId: string, kind: ProviderEvent['event'], more: Partial<ProviderEvent> = {}) =>
  settleProviderEvent(world.db, NOW, event(messageId, kind, more), 'asked');
const statusOf = async (id: string) => (await world.db.message.findUniqueOrThrow({ where: { id } })).status;

describe('events in any order', () => {
  it.each([
    [['sent', 'delivered'], 'delivered'],
    [['delivered', 'sent'], 'delivered'],
    [['delivered', 'sent', 'delivered', 'delivered'], 'delivered'],
    [['bounced', 'delivered', 'sent'], 'bounced'],
    [['delivered', 'bounced'], 'bounced'],
    [['delivered', 'complained'], 'complained'],
    [['complained', 'bounced'], 'complained'],
    [['opened', 'clicked', 'delayed'], 'sent'],
  ] as const)('%j end as %s', async (kinds, end) => {
    const { messageId } = await mailed('sent');
    for (const kind of kinds) await settle(messageId, kind);
    expect(await statusOf(messageId)).toBe(end);
  });

  it('a repeat writes nothing twice', async () => {
    const { invoice, messageId } = await mailed('sent');
    await settle(messageId, 'delivered');
    const { version } = await world.read(invoice.id);
    await settle(messageId, 'delivered');
    expect((await world.read(invoice.id)).version).toBe(version);
    expect((await world.kinds(invoice.id)).filter((kind) => kind === 'delivered')).toHaveLength(1);
  });

  it('finds the mail by the provider’s reference too, and none of ours by neither', async () => {
    const { messageId } = await mailed('sent');
    await settle(messageId, 'delivered', { messageTag: null });
    expect(await statusOf(messageId)).toBe('delivered');
    expect(await settleProviderEvent(world.db, NOW, event(randomUUID(), 'delivered'), 'asked')).toBeNull();
    expect(await settle(messageId, 'bounced', { messageTag: 'not-an-id', providerReference: 're_else' })).toBeNull();
    expect(await statusOf(messageId)).toBe('delivered');
  });
});

describe('a mail that comes back for good', () => {
  it('to a customer who was erased meanwhile is known to have, and nothing of what quotes his address is kept', async () => {
    const { messageId } = await mailed('sent');
    const { customerId } = await world.db.message.findUniqueOrThrow({ where: { id: messageId } });
    await world.db.customer.update({ where: { id: customerId }, data: { erasedAt: NOW } });
    await settle(messageId, 'bounced', { detail: '550 roy@example.org' });
    const where = { where: { id: messageId }, include: { history: true } };
    const message = await world.db.message.findUniqueOrThrow(where);
    expect(message).toMatchObject({ status: 'bounced', failureDetail: null });
    expect(JSON.stringify(message.history)).not.toContain('550');
  });
  it.each([
    ['bounced', 'hard_bounce'],
    ['complained', 'complaint'],
  ] as const)('%s: the case needs a person, and the contact is marked', async (kind, code) => {
    const { customer, invoice, messageId } = await mailed('sent');
    const settled = await settle(messageId, kind);
    expect(settled?.tellings).toMatchObject([{ invoiceId: invoice.id, signal: 'messageSettled' }]);
    const after = await world.read(invoice.id);
    expect(after).toMatchObject({ attentionCode: code, openStep: null });
    expect(after.attentionText).toMatch(/contact|destinataire/i);
    expect(await world.tasks(invoice.id, 'attention')).toMatchObject([
      { kind: 'task', state: 'open', attentionCode: code },
    ]);
    const contacts = await world.db.contact.findMany({ where: { customerId: customer.id } });
    expect(contacts).toMatchObject([{ emailProblem: code }]);
    await settle(messageId, kind);
    expect(await world.tasks(invoice.id, 'attention')).toHaveLength(1);
  });

  it('a mailbox that is full for a while stops nothing', async () => {
    const { customer, invoice, messageId } = await mailed('sent');
    await settle(messageId, 'bounced', { bounceType: 'soft' });
    expect(await statusOf(messageId)).toBe('bounced');
    expect(await world.read(invoice.id)).toMatchObject({ attentionCode: null });
    expect(await world.db.contact.findMany({ where: { customerId: customer.id } })).toMatchObject([
      { emailProblem: null },
    ]);
  });

  it.each(['soft', 'undetermined'] as const)(
    'a %s bounce that turns out to be for good stops the ladder then, once',
    async (bounceType) => {
      const { customer, invoice, messageId } = await mailed('sent');
      await settle(messageId, 'bounced', { bounceType });
      expect(await world.read(invoice.id)).toMatchObject({ attentionCode: null });
      for (let times = 0; times < 2; times += 1) await settle(messageId, 'bounced', { detail: 'no such user' });
      expect(await world.read(invoice.id)).toMatchObject({ attentionCode: 'hard_bounce', openStep: null });
      expect(await world.tasks(invoice.id, 'attention')).toHaveLength(1);
      expect(await world.db.contact.findMany({ where: { customerId: customer.id } })).toMatchObject([
        { emailProblem: 'hard_bounce' },
      ]);
      await settle(messageId, 'bounced', { bounceType });
      expect(await world.tasks(invoice.id, 'attention')).toHaveLength(1);
    },
  );

  it('leaves the customer’s other invoices alone', async () => {
    const { customer, messageId } = await mailed('sent');
    const other = await world.newInvoice(customer);
    await settle(messageId, 'bounced');
    expect((await world.read(other.id)).attentionCode).toBeNull();
  });

  it.each(['delivered', 'bounced'] as const)(
    '%s: an invoice that it listed for information hears nothing of it, and has it in no history',
    async (kind) => {
      const { customer, invoice, messageId } = await mailed('sent');
      const beside = await world.newInvoice(customer);
      await world.db.messageItem.create({
        data: {
          messageId,
          invoiceId: beside.id,
          cycle: 1,
          stepKey: null,
          level: 0,
          amountCents: 1n,
          information: true,
        },
      });
      const { version } = await world.read(beside.id);
      const settled = await settle(messageId, kind);
      expect(settled?.tellings.map(({ invoiceId }) => invoiceId)).toEqual([invoice.id]);
      expect(await world.kinds(invoice.id)).toContain(kind);
      expect(await world.kinds(beside.id)).not.toContain(kind);
      expect(await world.read(beside.id)).toMatchObject({ version, attentionCode: null });
    },
  );

  it('on a case that is closed stops nobody, and is in its history', async () => {
    const { invoice, messageId } = await mailed('sent');
    await world.pay(invoice.number, 30_000);
    await settle(messageId, 'bounced');
    expect((await world.read(invoice.id)).attentionCode).toBeNull();
    expect(await world.kinds(invoice.id)).toContain('bounced');
  });
});

describe('an event for a mail whose outcome was not known', () => {
  it.each(['sending', 'ambiguous'])('%s: it has left, and its step is recorded', async (status) => {
    const { invoice, messageId } = await mailed(status);
    const settled = await settle(messageId, 'delivered');
    expect(settled).toMatchObject({ outcome: 'sent', messageId });
    expect(await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
      status: 'delivered',
      sentAt: NOW,
      providerReference: `re_${messageId}`,
    });
    expect(await world.db.stepRecord.findMany({ where: { invoiceId: invoice.id } })).toMatchObject([
      { outcome: 'sent', level: 1 },
    ]);
    expect(await world.kinds(invoice.id)).toEqual(expect.arrayContaining(['sent', 'delivered']));
  });

  it('has left when it was last handed over, before what was acknowledged meanwhile', async () => {
    const { invoice, messageId } = await mailed('sending');
    const handedOverAt = new Date(NOW.getTime() - 3_600_000);
    await world.db.message.update({ where: { id: messageId }, data: { handedOverAt } });
    await settle(messageId, 'delivered');
    expect(await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
      sentAt: handedOverAt,
      settledAt: NOW,
    });
    const record = await world.db.stepRecord.findFirstOrThrow({ where: { invoiceId: invoice.id } });
    expect(record.at).toEqual(handedOverAt);
    const sent = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: invoice.id, kind: 'sent' } });
    expect(sent.at).toEqual(handedOverAt);
  });

  it('failed: it has not left, and a person is asked', async () => {
    const { invoice, messageId } = await mailed('sending');
    expect(await settle(messageId, 'failed', { detail: 'no such domain' })).toMatchObject({ outcome: 'not_sent' });
    expect(await statusOf(messageId)).toBe('failed');
    expect(await world.db.stepRecord.count({ where: { invoiceId: invoice.id } })).toBe(0);
    expect((await world.read(invoice.id)).attentionCode).toBe('sending_failed');
  });

  it('and that stays so: a person is asked, which his history says once, with the message', async () => {
    const { invoice, messageId } = await mailed('sending');
    const { creditorId } = await world.db.invoice.findUniqueOrThrow({ where: { id: invoice.id } });
    const context = { creditorId, at: NOW, actor: { kind: 'system', name: 'Relance' } } as const;
    await world.db.$transaction(async (tx) =>
      settleMessage(tx, context, await loadMessageToSettle(tx, messageId), { kind: 'ambiguous' }),
    );
    const asked = await world.db.historyEntry.findMany({ where: { invoiceId: invoice.id, kind: 'attention' } });
    expect(asked).toMatchObject([{ messageId, data: { code: 'ambiguous_sending' } }]);
  });

  it('ambiguous: whoever was asked need not look any more', async () => {
    const { invoice, messageId } = await mailed('ambiguous');
    const asked = { attentionCode: 'ambiguous_sending', attentionText: 'Envoi incertain', attentionAt: NOW };
    await world.db.invoice.update({ where: { id: invoice.id }, data: asked });
    await settle(messageId, 'delivered');
    expect((await world.read(invoice.id)).attentionCode).toBeNull();
  });

  it.each(['reserved', 'rendered', 'cancelled'])('%s: what was never handed over stays as it is', async (status) => {
    const { messageId } = await mailed(status);
    expect(await settle(messageId, 'delivered')).toMatchObject({ outcome: null });
    expect(await statusOf(messageId)).toBe(status);
  });
});
