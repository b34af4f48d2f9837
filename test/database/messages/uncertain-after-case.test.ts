import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { loadMessageToSettle } from '../../../facts/messages/message-to-settle.ts';
import { resolveMessage } from '../../../facts/messages/resolve-message.ts';
import { settleMessage } from '../../../facts/messages/settle-message.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A reminder that was handed over, and of which nobody has heard yet. */
async function reminded() {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId: invoice.id });
  return { customer, invoice, messageId };
}

/** Its provider did not say whether it left. */
const becomesUncertain = (messageId: string) =>
  world.db.$transaction(async (tx) => {
    const { customerId } = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
    await lockCustomers(tx, [customerId]);
    await settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, messageId), { kind: 'ambiguous' });
  });

const writeOff = (invoiceId: string) =>
  endCase(world.db, world.on(NOW), invoiceId, 'written_off', { reason: 'Irrécouvrable' });

/** What a person is asked about the message itself, and still has to answer. */
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

  it('is not asked of what did leave, nor of what did not', async () => {
    const { customer, invoice, messageId } = await reminded();
    const failed = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'failed');
    await world.db.message.update({ where: { id: messageId }, data: { status: 'delivered' } });
    await writeOff(invoice.id);
    for (const id of [messageId, failed]) expect(await askedAbout(id)).toEqual([]);
  });
});
