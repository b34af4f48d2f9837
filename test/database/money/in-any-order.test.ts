import { beforeAll, describe, expect, it } from 'vitest';
import { createInvoice } from '../../../facts/invoices/create-invoice.ts';
import { invoiceInput } from '../../../facts/inputs/invoice.ts';
import { paymentInput } from '../../../facts/inputs/money.ts';
import { recordPayment } from '../../../facts/money/record-payment.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const permutations = <Item>(items: Item[]): Item[][] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

describe('payments and credits of one invoice', () => {
  it('give the same balance, end and free money in whatever order, or at once', async () => {
    const ends = new Set<string>();
    const inTurn = permutations(['pay 30', 'pay 50', 'credit 15']).map((order) => ({ order, atOnce: false }));
    for (const { order, atOnce } of [...inTurn, { order: inTurn[0]!.order, atOnce: true }]) {
      const { id: customerId, reference } = await world.customer();
      const { id, number } = await world.invoice(reference);
      const facts: Record<string, () => Promise<unknown>> = {
        'pay 30': () => world.pay(number, 30_00),
        'pay 50': () => world.pay(number, 50_00),
        'credit 15': () => world.credit(id, 15_00),
      };
      if (atOnce) await Promise.all(order.map((fact) => facts[fact]!()));
      else for (const fact of order) await facts[fact]!();
      const { balanceCents, paidCents, creditedCents, closedAs, version } = await world.read(id);
      const free = await world.db.payment.count({ where: { customerId, unallocatedCents: { gt: 0 } } });
      ends.add(JSON.stringify({ balanceCents, paidCents, creditedCents, closedAs, version, free }));
    }
    expect([...ends]).toEqual([
      '{"balanceCents":500,"paidCents":8000,"creditedCents":1500,"closedAs":null,"version":4,"free":0}',
    ]);
  });
  it('never bring the balance below zero, and lose no cent, when they are more than the claim', async () => {
    const { id: customerId, reference } = await world.customer();
    const { id, number } = await world.invoice(reference);
    await Promise.all([world.pay(number, 60_00), world.pay(number, 70_00), world.credit(id, 40_00)]);
    const row = await world.read(id);
    expect(row).toMatchObject({ balanceCents: 0, closedAs: 'paid' });
    expect(row.paidCents + row.creditedCents).toBe(100_00);
    const payments = await world.db.payment.findMany({ where: { customerId } });
    const notes = await world.db.invoice.findMany({ where: { customerId, kind: 'credit_note' } });
    const free = payments.reduce((sum, { unallocatedCents }) => sum + unallocatedCents, 0);
    expect(free - notes.reduce((sum, { balanceCents }) => sum + balanceCents, 0)).toBe(70_00);
  });
});

describe('what the provider already had', () => {
  it.each(['sending', 'ambiguous'] as const)('is named by a payment while it is %s', async (status) => {
    const { handedOver, messageId, number } = await payWithMessage(status);
    expect(handedOver).toEqual([{ message_id: messageId, invoice_number: number }]);
  });
  it.each(['reserved', 'rendered', 'sent', 'cancelled'] as const)('is not named when it is %s', async (status) => {
    expect((await payWithMessage(status)).handedOver).toEqual([]);
  });
});

describe('Money that names no invoice stops reminders too: what the provider already had is named by', () => {
  const money = { amount_cents: 10_00, currency: 'EUR' } as const;
  const handedOverBy = async (post: (reference: string) => Promise<{ handedOver: unknown }>) => {
    const { messageId, number, reference } = await remind('sending');
    expect((await post(reference)).handedOver).toEqual([{ message_id: messageId, invoice_number: number }]);
  };

  it('a payment of the customer’s', () =>
    handedOverBy((reference) => {
      const payment = {
        ...money,
        external_id: crypto.randomUUID(),
        paid_on: '2026-11-01',
        customer_reference: reference,
      };
      return recordPayment(world.db, world.context, paymentInput.parse({ ...payment, allocations: [] }));
    }));

  it('a payment that is more than the invoice that it names', () =>
    handedOverBy(async (reference) => {
      const { number } = await world.invoice(reference);
      return world.pay(number, 130_00);
    }));

  it('a credit note that applies to none', () =>
    handedOverBy((reference) => {
      const note = { number: crypto.randomUUID(), kind: 'credit_note', issued_on: '2026-11-01', total_cents: 10_00 };
      const input = invoiceInput.parse({ ...note, currency: 'EUR', customer_reference: reference });
      return createInvoice(world.db, world.context, input);
    }));

  it('a credit that is more than its invoice', () =>
    handedOverBy(async (reference) => {
      const { id } = await world.invoice(reference);
      return world.credit(id, 130_00);
    }));
});

async function payWithMessage(status: Status) {
  const { messageId, number } = await remind(status);
  const { handedOver } = await world.pay(number, 10_00);
  return { handedOver, messageId, number };
}

type Status = 'sending' | 'ambiguous' | 'reserved' | 'rendered' | 'sent' | 'cancelled';

/** An invoice, and a reminder of it with this status. */
async function remind(status: Status) {
  const { id: customerId, reference } = await world.customer();
  const { id: invoiceId, number } = await world.invoice(reference);
  const messageId = crypto.randomUUID();
  const message = {
    kind: 'email',
    origin: 'step',
    language: 'fr',
    currency: 'EUR',
    test: true,
    actor: {},
    reservedAt: NOW,
  } as const;
  await world.db.message.create({
    data: { ...message, id: messageId, creditorId: world.creditorId, customerId, status },
  });
  const active = status !== 'cancelled';
  await world.all.messageItem.create({
    data: { messageId, invoiceId, cycle: 1, stepKey: 'r1', level: 1, amountCents: 100_00, active },
  });
  return { messageId, number, reference };
}
