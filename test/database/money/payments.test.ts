import { beforeAll, describe, expect, it } from 'vitest';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { createWorld, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function owed(totalCents = 100_00, more: Record<string, unknown> = {}) {
  const { id: customerId, reference } = await world.customer();
  return { customerId, reference, ...(await world.invoice(reference, { total_cents: totalCents, ...more })) };
}

describe('a payment', () => {
  it('paid in full ends the case, and its workflow is told the state that resulted', async () => {
    const { id, number } = await owed();
    const { answer, tellings } = await world.pay(number, 100_00);
    expect(answer.allocations).toEqual([{ invoice_number: number, balance_cents: 0, status: 'paid' }]);
    expect(answer.unallocated_cents).toBe(0);
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'paymentReceived', data: { amountCents: 100_00 } }]);
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 0, paidCents: 100_00, version: 2 });
  });
  it('paid in part lowers the balance and ends nothing', async () => {
    const { id, number } = await owed();
    const { answer } = await world.pay(number, 40_00);
    expect(answer.allocations).toEqual([{ invoice_number: number, balance_cents: 60_00, status: 'partly_paid' }]);
    expect(await world.read(id)).toMatchObject({ closedAs: null, balanceCents: 60_00 });
  });
  it('above the balance is taken up to it, and the rest stays unallocated', async () => {
    const { id, number, customerId } = await owed();
    const { answer } = await world.pay(number, 130_00);
    expect(answer).toMatchObject({ unallocated_cents: 30_00, allocations: [{ balance_cents: 0, status: 'paid' }] });
    expect(await world.read(id)).toMatchObject({ balanceCents: 0, paidCents: 100_00 });
    const kept = await world.db.payment.findFirstOrThrow({ where: { customerId } });
    expect(kept.unallocatedCents).toBe(30_00);
  });
  it('on a case that has ended takes nothing: all of it stays unallocated', async () => {
    const { id, number } = await owed();
    await world.pay(number, 100_00);
    const { answer } = await world.pay(number, 20_00);
    expect(answer).toMatchObject({ unallocated_cents: 20_00, allocations: [{ balance_cents: 0, status: 'paid' }] });
    expect(await world.read(id)).toMatchObject({ paidCents: 100_00, closedAs: 'paid' });
  });
  it('may name an invoice twice and several invoices, and each takes what it owes', async () => {
    const { reference, number, id } = await owed();
    const other = await world.invoice(reference, { total_cents: 50_00 });
    const { answer } = await world.pay(number, 0, {
      amount_cents: 160_00,
      allocations: [
        { invoice_number: number, amount_cents: 60_00 },
        { invoice_number: other.number, amount_cents: 50_00 },
        { invoice_number: number, amount_cents: 50_00 },
      ],
    });
    expect(answer.allocations).toEqual([
      { invoice_number: number, balance_cents: 0, status: 'paid' },
      { invoice_number: other.number, balance_cents: 0, status: 'paid' },
    ]);
    expect(answer.unallocated_cents).toBe(10_00);
    expect((await world.read(id)).paidCents).toBe(100_00);
  });
  it('without allocations is the customer’s, and his open invoices plan anew', async () => {
    const { id, reference, customerId } = await owed();
    const before = (await world.read(id)).version;
    const more = { allocations: [], customer_reference: reference };
    const { answer, tellings } = await world.pay('', 70_00, more);
    expect(answer).toMatchObject({ allocations: [], unallocated_cents: 70_00 });
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'paymentReceived' }]);
    expect(await world.read(id)).toMatchObject({ balanceCents: 100_00, version: before + 1 });
    expect(await world.db.historyEntry.count({ where: { customerId, invoiceId: null, kind: 'paid' } })).toBe(1);
  });
});

describe('the same payment', () => {
  it('posted again answers the first result, whatever happened since, and writes nothing', async () => {
    const { number } = await owed();
    const first = await world.pay(number, 40_00, { external_id: 'VIR-1' });
    await world.pay(number, 10_00);
    const before = await photograph(world);
    const again = await world.pay(number, 40_00, { external_id: 'VIR-1' });
    expect(again).toMatchObject({ replayed: true, answer: first.answer });
    expect(await photograph(world)).toEqual(before);
  });
  it('posted ten times at once is stored once', async () => {
    const { id, number } = await owed();
    const posts = Array.from({ length: 10 }, () => world.pay(number, 40_00, { external_id: 'VIR-10' }));
    const outcomes = await Promise.all(posts);
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(outcomes.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.read(id)).toMatchObject({ balanceCents: 60_00, version: 2 });
  });
  it('with other content is a conflict and changes nothing', async () => {
    const { number } = await owed();
    await world.pay(number, 40_00, { external_id: 'VIR-2' });
    const before = await photograph(world);
    expect(await refusal(world.pay(number, 41_00, { external_id: 'VIR-2' }))).toMatchObject({ kind: 'conflict' });
    expect(await photograph(world)).toEqual(before);
  });
  it('tells again what the workflow has not heard, and nothing once it has', async () => {
    const { id, number } = await owed();
    await world.pay(number, 40_00, { external_id: 'VIR-3' });
    const untold = await world.pay(number, 40_00, { external_id: 'VIR-3' });
    expect(untold.tellings).toMatchObject([{ invoiceId: id, signal: 'paymentReceived' }]);
    await world.db.invoice.update({ where: { id }, data: { toldVersion: 2 } });
    expect((await world.pay(number, 40_00, { external_id: 'VIR-3' })).tellings).toEqual([]);
  });
});

describe('a payment is refused and nothing stored', () => {
  const cases: [string, () => Promise<Record<string, unknown>>, string][] = [
    [
      'an unknown invoice number',
      async () => ({ allocations: [{ invoice_number: 'NONE', amount_cents: 1 }] }),
      'unknown_invoice',
    ],
    ['another currency', async () => ({ currency: 'USD' }), 'not_allocatable'],
    ['an unknown customer', async () => ({ customer_reference: 'NOBODY' }), 'unknown_customer'],
    [
      'another customer’s invoice',
      async () => ({ customer_reference: (await world.customer()).reference }),
      'other_customer',
    ],
  ];
  it.each(cases)('for %s', async (_what, more, code) => {
    const { number } = await owed();
    const change = await more();
    const before = await photograph(world);
    expect(await refusal(world.pay(number, 10_00, change))).toMatchObject({ kind: 'invalid', code });
    expect(await photograph(world)).toEqual(before);
  });
  it('for one unknown number among good ones, which it names', async () => {
    const { number } = await owed();
    const before = await photograph(world);
    const allocations = [
      { invoice_number: number, amount_cents: 1_00 },
      { invoice_number: 'NONE', amount_cents: 1_00 },
    ];
    const { errors } = await refusal(world.pay(number, 10_00, { allocations }));
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/allocations/1/invoice_number']);
    expect(await photograph(world)).toEqual(before);
  });
  it('for a credit note’s number', async () => {
    const { id, number } = await owed();
    const { answer } = await world.credit(id, 10_00);
    const allocations = [{ invoice_number: answer.number, amount_cents: 1_00 }];
    expect(await refusal(world.pay(number, 10_00, { allocations }))).toMatchObject({ code: 'not_allocatable' });
  });
});

describe('what remains within the tolerance', () => {
  let tolerant: World;
  beforeAll(async () => {
    tolerant = await createWorld({ toleranceCents: 50 });
  });
  it('ends the case as paid', async () => {
    const { reference } = await tolerant.customer();
    const { id, number } = await tolerant.invoice(reference);
    const { answer } = await tolerant.pay(number, 99_50);
    expect(answer.allocations).toEqual([{ invoice_number: number, balance_cents: 50, status: 'paid' }]);
    expect(await tolerant.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 50 });
  });
  it('is taken when it comes after all, of a payment that names it or later by hand, and no more than that', async () => {
    const { reference } = await tolerant.customer();
    const { id, number } = await tolerant.invoice(reference);
    const owing = await tolerant.invoice(reference);
    await tolerant.pay(number, 99_50);
    expect((await tolerant.pay(number, 20)).answer).toMatchObject({ unallocated_cents: 0 });
    await tolerant.pay(owing.number, 100_40, { external_id: 'P-MORE' });
    const rest = { invoice_number: number, amount_cents: 40 };
    const settled = await allocatePayment(tolerant.db, tolerant.context, { externalId: 'P-MORE' }, rest);
    expect(settled.answer).toMatchObject({ unallocated_cents: 10 });
    expect(await tolerant.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 0, paidCents: 100_00 });
  });
  it('and one cent more does not', async () => {
    const { reference } = await tolerant.customer();
    const { id, number } = await tolerant.invoice(reference);
    await tolerant.pay(number, 99_49);
    expect(await tolerant.read(id)).toMatchObject({ closedAs: null, balanceCents: 51 });
  });
  it('ends the case after a credit too, and an invoice that small is chased all the same', async () => {
    const { reference } = await tolerant.customer();
    const { id } = await tolerant.invoice(reference);
    await tolerant.credit(id, 99_60);
    expect(await tolerant.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 40 });
    const small = await tolerant.invoice(reference, { total_cents: 30 });
    expect(await tolerant.read(small.id)).toMatchObject({ closedAs: null, balanceCents: 30 });
  });
});
