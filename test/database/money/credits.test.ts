import { beforeAll, describe, expect, it } from 'vitest';
import { createInvoice } from '../../../facts/invoices/create-invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { invoiceInput } from '../../../facts/inputs/invoice.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { createWorld, NOW, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function owed() {
  const { id: customerId, reference } = await world.customer();
  return { customerId, reference, ...(await world.invoice(reference)) };
}

describe('a credit', () => {
  it('lowers the balance, in a credit note of its own number', async () => {
    const { id, number } = await owed();
    const { answer, tellings } = await world.credit(id, 30_00);
    expect(answer).toMatchObject({
      balance_cents: 0,
      allocations: [{ invoice_number: number, balance_cents: 70_00, status: 'partly_paid' }],
    });
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'creditNoteIssued' }]);
    expect(await world.read(id)).toMatchObject({ creditedCents: 30_00, paidCents: 0, balanceCents: 70_00 });
    expect(await world.read(answer.id)).toMatchObject({ kind: 'credit_note', closedAs: 'paid', balanceCents: 0 });
  });
  it('of the whole balance ends the case', async () => {
    const { id } = await owed();
    await world.credit(id, 100_00);
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 0 });
  });
  it('above the balance leaves the rest on the note, as a negative balance', async () => {
    const { id } = await owed();
    const { answer } = await world.credit(id, 130_00);
    expect(answer.balance_cents).toBe(-30_00);
    expect(await world.read(answer.id)).toMatchObject({ balanceCents: -30_00, closedAs: null });
  });
  it('posted again, and ten times at once, is one credit', async () => {
    const { id } = await owed();
    const more = { external_id: 'CR-SAME', number: 'AV-SAME' };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => world.credit(id, 10_00, more)));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await world.read(id)).toMatchObject({ balanceCents: 90_00, version: 2 });
  });
  it('with other content, on another invoice or under a number that is taken is a conflict', async () => {
    const { id, number } = await owed();
    const other = await owed();
    await world.credit(id, 10_00, { external_id: 'CR-X', number: 'AV-X' });
    const before = await photograph(world);
    const again = { external_id: 'CR-X', number: 'AV-X' };
    expect(await refusal(world.credit(id, 11_00, again))).toMatchObject({ code: 'other_content' });
    expect(await refusal(world.credit(other.id, 10_00, again))).toMatchObject({ code: 'other_content' });
    expect(await refusal(world.credit(id, 10_00, { number }))).toMatchObject({ code: 'number_taken' });
    expect(await photograph(world)).toEqual(before);
  });
  it('ends the hold of a dispute that was upheld, and of no other', async () => {
    const { id, customerId } = await owed();
    const hold = { creditorId: world.creditorId, customerId, invoiceId: id, reason: 'x', sinceAt: NOW, createdBy: 'x' };
    const upheld = await world.db.hold.create({
      data: { ...hold, id: crypto.randomUUID(), kind: 'dispute', awaitingCredit: true },
    });
    const open = await world.db.hold.create({ data: { ...hold, id: crypto.randomUUID(), kind: 'dispute' } });
    await world.credit(id, 10_00);
    expect(await world.db.hold.findFirst({ where: { id: upheld.id } })).toMatchObject({
      outcome: 'upheld',
      awaitingCredit: false,
    });
    expect(await world.db.hold.findFirst({ where: { id: open.id } })).toMatchObject({ endedAt: null });
  });
});

describe('the customer’s other invoices', () => {
  const two = async () => {
    const first = await owed();
    return { ...first, other: await world.invoice(first.reference) };
  };
  const versionOf = async (id: string) => (await world.read(id)).version;

  it('hear nothing of a credit that one invoice takes wholly', async () => {
    const { id, number, reference, other } = await two();
    expect((await world.credit(id, 30_00)).tellings.map(({ invoiceId }) => invoiceId)).toEqual([id]);
    const note = {
      kind: 'credit_note',
      issued_on: '2026-11-01',
      total_cents: 40_00,
      currency: 'EUR',
      number: 'AV-200',
    };
    const posted = invoiceInput.parse({ ...note, customer_reference: reference, applies_to: number });
    expect((await createInvoice(world.db, world.context, posted)).tellings).toMatchObject([{ invoiceId: id }]);
    expect(await versionOf(other.id)).toBe(1);
  });

  it('plan anew when something of it is left, and again when that is taken', async () => {
    const { id, reference, other } = await two();
    const { answer, tellings } = await world.credit(id, 130_00);
    expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([id, other.id]);
    const third = await world.invoice(reference);
    const spending = { invoice_number: third.number, amount_cents: 30_00 };
    await allocateCreditNote(world.db, world.context, answer.id, spending);
    expect(await versionOf(other.id)).toBe(3);
  });
});

describe('a credit note', () => {
  const post = (customer_reference: string, more: Record<string, unknown>) =>
    createInvoice(
      world.db,
      world.context,
      invoiceInput.parse({
        kind: 'credit_note',
        issued_on: '2026-11-01',
        total_cents: 40_00,
        currency: 'EUR',
        customer_reference,
        ...more,
      }),
    );
  it('is set against the invoice it applies to, and needs no due date', async () => {
    const { id, number, reference } = await owed();
    const { answer, tellings } = await post(reference, { number: 'AV-100', applies_to: number });
    expect(answer.starts).toBe(false);
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'creditNoteIssued' }]);
    expect(await world.read(id)).toMatchObject({ balanceCents: 60_00, creditedCents: 40_00 });
  });
  it('without one keeps its balance, negative, until it is allocated', async () => {
    const { id, number, reference } = await owed();
    const { answer, tellings } = await post(reference, { number: 'AV-101' });
    expect(tellings).toMatchObject([{ invoiceId: id }]);
    expect((await world.read(answer.id)).balanceCents).toBe(-40_00);
    const spend = (amount_cents: number) =>
      allocateCreditNote(world.db, world.context, answer.id, { invoice_number: number, amount_cents });
    expect((await spend(15_00)).answer.balance_cents).toBe(-25_00);
    expect(await world.read(id)).toMatchObject({ balanceCents: 85_00 });
    expect(await refusal(spend(25_01))).toMatchObject({ code: 'more_than_unallocated' });
    expect((await spend(25_00)).answer.balance_cents).toBe(0);
    expect(await world.read(answer.id)).toMatchObject({ closedAs: 'paid' });
  });
  it('is refused for another customer’s invoice and another currency, and then not stored', async () => {
    const { number } = await owed();
    const { reference } = await world.customer();
    const before = await photograph(world);
    expect(await refusal(post(reference, { number: 'AV-102', applies_to: number }))).toMatchObject({
      code: 'other_customer',
    });
    expect(await refusal(post(reference, { number: 'AV-102', applies_to: number, currency: 'USD' }))).toMatchObject({
      code: 'not_allocatable',
    });
    expect(await photograph(world)).toEqual(before);
  });
  it('typed as a credit and then brought by the accounting’s file is the same one, not another document', async () => {
    const { id, number, reference } = await owed();
    const other = await world.invoice(reference);
    const { answer } = await world.credit(id, 40_00, { number: 'AV-107', issued_on: '2026-11-01' });
    const { reference: stranger } = await world.customer();
    const before = await photograph(world);
    const again = await post(reference, { number: 'AV-107', applies_to: number, due_on: '2026-11-30' });
    expect(again).toMatchObject({ replayed: true, answer: { id: answer.id } });
    expect(await post(reference, { number: 'AV-107' })).toMatchObject({ replayed: true, answer: { id: answer.id } });
    for (const [to, more] of [
      [reference, { total_cents: 41_00 }],
      [reference, { issued_on: '2026-11-02' }],
      [reference, { currency: 'USD' }],
      [reference, { applies_to: other.number }],
      [stranger, {}],
    ] as const)
      expect(await refusal(post(to, { number: 'AV-107', ...more }))).toMatchObject({ code: 'other_content' });
    expect(await photograph(world)).toEqual(before);
  });
  it('brought by a file and then typed as a credit of its invoice is the same one', async () => {
    const { id, number, reference } = await owed();
    const { answer } = await post(reference, { number: 'AV-108', applies_to: number });
    const typed = { number: 'AV-108', issued_on: '2026-11-01' };
    expect(await world.credit(id, 40_00, typed)).toMatchObject({ replayed: true, answer: { id: answer.id } });
    expect(await world.read(id)).toMatchObject({ creditedCents: 40_00, balanceCents: 60_00 });
    expect(await refusal(world.credit(id, 41_00, typed))).toMatchObject({ code: 'number_taken' });
    await post(reference, { number: 'AV-109' });
    expect(await refusal(world.credit(id, 40_00, { ...typed, number: 'AV-109' }))).toMatchObject({
      code: 'number_taken',
    });
  });
  it('may have its amount put right while nothing of it is spent, and not afterwards', async () => {
    const { id, number, reference } = await owed();
    const { answer } = await post(reference, { number: 'AV-105' });
    const change = (total_cents: number) =>
      changeInvoice(world.db, world.context, answer.id, { total_cents }, () => undefined);
    const { tellings } = await change(4_00);
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'invoiceChanged' }]);
    expect(await world.read(answer.id)).toMatchObject({ totalCents: 4_00, balanceCents: -4_00 });
    await allocateCreditNote(world.db, world.context, answer.id, { invoice_number: number, amount_cents: 1_00 });
    expect(await refusal(change(5_00))).toMatchObject({ code: 'credit_note_used' });
    await allocateCreditNote(world.db, world.context, answer.id, { invoice_number: number, amount_cents: 3_00 });
    expect(await refusal(change(5_00))).toMatchObject({ code: 'credit_note_used' });
    const other = await post(reference, { number: 'AV-106' });
    await endCase(world.db, world.context, other.answer.id, 'cancelled', { reason: 'Erreur' });
    const dead = changeInvoice(world.db, world.context, other.answer.id, { total_cents: 5_00 }, () => undefined);
    expect(await refusal(dead)).toMatchObject({ code: 'case_closed' });
    const due = changeInvoice(world.db, world.context, answer.id, { due_on: '2026-12-01' }, () => undefined);
    expect(await refusal(due)).toMatchObject({ code: 'not_an_invoice' });
  });
  it('can be cancelled while nothing of it is spent, and not afterwards', async () => {
    const { id, number, reference } = await owed();
    const unspent = await post(reference, { number: 'AV-103' });
    const { tellings } = await endCase(world.db, world.context, unspent.answer.id, 'cancelled', { reason: 'Erreur' });
    expect(await world.read(unspent.answer.id)).toMatchObject({ closedAs: 'cancelled', balanceCents: 0 });
    // A step that waited for a person because the credit note covered the claim leaves automatically again.
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'invoiceChanged' }]);
    expect((await world.read(id)).version).toBe(3);
    const spent = await post(reference, { number: 'AV-104', applies_to: number });
    await world.db.invoice.update({ where: { id: spent.answer.id }, data: { closedAs: null, balanceCents: -1 } });
    const cancel = endCase(world.db, world.context, spent.answer.id, 'cancelled', { reason: 'Erreur' });
    expect(await refusal(cancel)).toMatchObject({ code: 'credit_note_used' });
  });
});
