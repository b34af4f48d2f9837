import { beforeAll, describe, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const reason = { reason: 'Facturée deux fois' };
const LATER = new Date(NOW.getTime() + 60_000);
const later = () => ({ ...world.context, at: LATER });
const cancel = (id: string) => endCase(world.db, later(), id, 'cancelled', reason);

async function owed() {
  const { reference } = await world.customer();
  return { reference, ...(await world.invoice(reference)) };
}

const free = async (externalId: string) =>
  (await world.db.payment.findFirstOrThrow({ where: { externalId } })).unallocatedCents;

/** What is left of a credit note, in cents. */
const leftOf = async (id: string) => 0 - (await world.read(id)).balanceCents;

/** A credit note of the customer, 30 € of which are set against the invoice a minute after it came. */
async function setAgainst(reference: string, invoice: { number: string }) {
  const note = await world.invoice(reference, { kind: 'credit_note', total_cents: 40_00 });
  const said = { invoice_number: invoice.number, amount_cents: 30_00 };
  await allocateCreditNote(world.db, later(), note.id, said);
  return note;
}

describe('A cancelled invoice', () => {
  it('frees what was paid of it and a credit note that was set against it, for the invoice that takes its place', async () => {
    const { id, number, reference } = await owed();
    const other = await world.invoice(reference);
    await world.pay(number, 20_00, { external_id: 'P-Cancelled' });
    const note = await setAgainst(reference, { number });
    const { tellings } = await cancel(id);
    expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([id, other.id]);
    expect(await world.read(id)).toMatchObject({ paidCents: 0, creditedCents: 0, balanceCents: 100_00 });
    expect(await world.read(note.id)).toMatchObject({ closedAs: null, balanceCents: -40_00 });
    expect(await free('P-Cancelled')).toBe(20_00);
    const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'closed' } });
    expect(told.data).toMatchObject({ unallocatedCents: 50_00, balanceCents: 100_00 });
    expect(await cancel(id)).toMatchObject({ replayed: true, tellings: [{ invoiceId: id }, { invoiceId: other.id }] });
    const said = { invoice_number: other.number, amount_cents: 20_00 };
    await allocatePayment(world.db, later(), { externalId: 'P-Cancelled' }, said);
    expect((await world.read(other.id)).balanceCents).toBe(80_00);
  });

  it('takes down with it the credits that were made for it: nobody has paid them, and they cover no other invoice', async () => {
    const { id, number, reference } = await owed();
    const other = await world.invoice(reference);
    const credit = await world.credit(id, 30_00);
    const applied = await world.invoice(reference, { kind: 'credit_note', total_cents: 25_00, applies_to: number });
    const { tellings } = await cancel(id);
    expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([id]);
    expect(await world.read(id)).toMatchObject({ closedAs: 'cancelled', creditedCents: 55_00, balanceCents: 45_00 });
    expect([await leftOf(credit.answer.id), await leftOf(applied.id)]).toEqual([0, 0]);
    expect(await world.read(other.id)).toMatchObject({ balanceCents: 100_00, version: 1 });
  });

  it('frees what was left of another invoice’s credit', async () => {
    const { id, number, reference } = await owed();
    const paid = await world.invoice(reference);
    await world.pay(paid.number, 90_00);
    const { answer: credit } = await world.credit(paid.id, 40_00);
    await allocateCreditNote(world.db, later(), credit.id, { invoice_number: number, amount_cents: 30_00 });
    await cancel(id);
    expect([await leftOf(credit.id), (await world.read(paid.id)).closedAs]).toEqual([30_00, 'paid']);
  });

  it('keeps of its own credit what a lower total had left on it', async () => {
    const { id, number, reference } = await owed();
    await world.pay(number, 30_00, { external_id: 'P-Returned' });
    const own = await world.invoice(reference, { kind: 'credit_note', total_cents: 50_00, applies_to: number });
    await changeInvoice(world.db, later(), id, { total_cents: 60_00 }, () => undefined);
    await world.reverse('P-Returned');
    expect(await leftOf(own.id)).toBe(20_00);
    await cancel(id);
    expect([await leftOf(own.id), (await world.read(id)).creditedCents]).toEqual([20_00, 30_00]);
  });
});

it('An invoice that kept its money, as cancelled ones did once, frees it when it is cancelled again for the same reason', async () => {
  const { id, number } = await owed();
  await world.pay(number, 20_00, { external_id: 'P-Kept' });
  await endCase(world.db, world.context, id, 'written_off', reason);
  await world.db.invoice.update({ where: { id }, data: { closedAs: 'cancelled' } });
  expect(await cancel(id)).toMatchObject({ replayed: false });
  expect([await free('P-Kept'), await world.read(id)]).toMatchObject([20_00, { paidCents: 0, closedAt: NOW }]);
  expect(await cancel(id)).toMatchObject({ replayed: true });
});

it('An invoice that is written off keeps what was paid of it', async () => {
  const { id, number } = await owed();
  await world.pay(number, 20_00, { external_id: 'P-Lost' });
  await endCase(world.db, world.context, id, 'written_off', reason);
  expect([(await world.read(id)).paidCents, await free('P-Lost')]).toEqual([20_00, 0]);
});
