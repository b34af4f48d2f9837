import { beforeAll, describe, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { createWorld, NOW, refusal, type World } from '../world.ts';

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

/** A credit note of the customer, €30 of which are set against the invoice a minute after it was stored. */
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

  it.each(['posted as its credit', 'imported, applying to it'])(
    'leaves nothing free of a credit note %s after it was cancelled, as of one that came before',
    async (how) => {
      const come = async ({ id, number, reference }: Awaited<ReturnType<typeof owed>>) =>
        how === 'posted as its credit'
          ? (await world.credit(id, 100_00)).answer.id
          : (await world.invoice(reference, { kind: 'credit_note', total_cents: 100_00, applies_to: number })).id;
      const standing = async (id: string, noteId: string) => {
        const { closedAs, balanceCents, creditedCents } = await world.read(id);
        return { closedAs, balanceCents, creditedCents, left: await leftOf(noteId) };
      };
      const first = await owed();
      await world.pay(first.number, 20_00);
      const other = await world.invoice(first.reference);
      await cancel(first.id);
      const { version } = await world.read(other.id);
      const noteId = await come(first);
      const nothing = { closedAs: 'cancelled', balanceCents: 0, creditedCents: 100_00, left: 0 };
      expect(await standing(first.id, noteId)).toEqual(nothing);
      expect((await world.read(other.id)).version).toBe(version);
    },
  );

  it('lets what its credit note has above it be the customer’s, whichever comes first', async () => {
    const { id } = await owed();
    await cancel(id);
    const { answer } = await world.credit(id, 130_00);
    expect(await leftOf(answer.id)).toBe(30_00);
    const second = await owed();
    const { answer: before } = await world.credit(second.id, 130_00);
    expect(await leftOf(before.id)).toBe(30_00);
  });

  it('takes nothing of what is to the customer’s credit already', async () => {
    const { id, number, reference } = await owed();
    const note = await world.invoice(reference, { kind: 'credit_note', total_cents: 40_00 });
    await cancel(id);
    const allocation = allocateCreditNote(world.db, later(), note.id, { invoice_number: number, amount_cents: 30_00 });
    expect(await refusal(allocation)).toMatchObject({ code: 'case_closed' });
    await world.pay(number, 20_00, { external_id: 'P-Of-Cancelled' });
    expect([await free('P-Of-Cancelled'), await leftOf(note.id)]).toEqual([20_00, 40_00]);
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

describe('An invoice that was written off', () => {
  const lost = async () => {
    const one = await owed();
    await world.pay(one.number, 20_00);
    await endCase(world.db, world.context, one.id, 'written_off', reason);
    return one;
  };

  it('says in its history how much was given up', async () => {
    const { id } = await lost();
    const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'written_off' } });
    expect(told.data).toMatchObject({ amountCents: 80_00, reason: reason.reason });
  });

  it('takes what its debtor pays after all, up to what he owed; its case stays closed and his other invoices as they are', async () => {
    const { id, number, reference } = await lost();
    const other = await world.invoice(reference);
    await world.pay(number, 50_00);
    expect(await world.read(id)).toMatchObject({ closedAs: 'written_off', paidCents: 70_00, balanceCents: 30_00 });
    expect((await world.read(other.id)).version).toBe(1);
    const { answer } = await world.pay(number, 50_00, { external_id: 'P-Found' });
    expect(answer).toMatchObject({ allocations: [{ balance_cents: 0, status: 'paid' }], unallocated_cents: 20_00 });
    expect(await world.read(id)).toMatchObject({ closedAs: 'written_off', paidCents: 100_00, balanceCents: 0 });
    expect((await world.read(other.id)).version).toBe(2);
    const again = allocatePayment(
      world.db,
      later(),
      { externalId: 'P-Found' },
      { invoice_number: number, amount_cents: 1 },
    );
    expect(await refusal(again)).toMatchObject({ code: 'case_closed' });
    await world.reverse('P-Found');
    expect(await world.read(id)).toMatchObject({ closedAs: 'written_off', paidCents: 70_00, balanceCents: 30_00 });
  });

  it('takes what is not allocated yet, and the credit note that puts its taxes right', async () => {
    const { id, number } = await lost();
    await world.pay((await owed()).number, 120_00, { external_id: 'P-Free' });
    await allocatePayment(world.db, later(), { externalId: 'P-Free' }, { invoice_number: number, amount_cents: 15_00 });
    const { answer } = await world.credit(id, 20_00);
    expect(await world.read(id)).toMatchObject({ closedAs: 'written_off', balanceCents: 45_00, creditedCents: 20_00 });
    expect(await leftOf(answer.id)).toBe(0);
  });
});

it('An invoice that is written off keeps what was paid of it', async () => {
  const { id, number } = await owed();
  await world.pay(number, 20_00, { external_id: 'P-Lost' });
  await endCase(world.db, world.context, id, 'written_off', reason);
  expect([(await world.read(id)).paidCents, await free('P-Lost')]).toEqual([20_00, 0]);
});
