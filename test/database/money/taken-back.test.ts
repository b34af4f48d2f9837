import { beforeAll, describe, expect, it } from 'vitest';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { resolveDispute } from '../../../facts/holds/resolve-dispute.ts';
import { disputeInput, disputeResolutionInput } from '../../../facts/inputs/holds.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { takeCreditNoteOffInvoice } from '../../../facts/money/take-credit-note-off-invoice.ts';
import { takePaymentOffInvoice } from '../../../facts/money/take-payment-off-invoice.ts';
import { createWorld, NOW, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const reason = 'Mauvaise facture';

async function owed() {
  const { id: customerId, reference } = await world.customer();
  return { customerId, reference, ...(await world.invoice(reference)) };
}

const takeNoteBack = (noteId: string, invoice_number: string, at = NOW) =>
  takeCreditNoteOffInvoice(world.db, { ...world.context, at }, noteId, { invoice_number, reason });

const takePaymentBack = (externalId: string, invoice_number: string) =>
  takePaymentOffInvoice(world.db, world.context, { externalId }, { invoice_number, reason });

const lastSaid = async (invoiceId: string) => {
  const line = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId }, orderBy: { id: 'desc' } });
  return { kind: line.kind, ...(line.data as Record<string, unknown>) };
};

describe('a credit note that was set against the wrong invoice', () => {
  it('is taken off it: the invoice owes again, its case goes on, and its next step asks a person', async () => {
    const { id, number, reference } = await owed();
    const other = await world.invoice(reference);
    const { answer } = await world.credit(id, 100_00);
    expect((await world.read(id)).closedAs).toBe('paid');
    const back = await takeNoteBack(answer.id, number);
    expect(back.answer).toMatchObject({
      balance_cents: -100_00,
      allocations: [{ invoice_number: number, balance_cents: 100_00, status: 'open' }],
    });
    expect(back.tellings.map(({ invoiceId }) => invoiceId)).toEqual([id, other.id]);
    expect(await world.read(id)).toMatchObject({
      ...{ closedAs: null, creditedCents: 0, balanceCents: 100_00, paidCents: 0 },
      confirmReason: 'allocation_reversed',
    });
    expect(await world.read(answer.id)).toMatchObject({ closedAs: null, balanceCents: -100_00 });
    const said = { kind: 'allocation_reversed', amountCents: 100_00, reason };
    expect(await lastSaid(id)).toMatchObject({ ...said, creditNoteNumber: answer.number, balanceCents: 100_00 });
    expect(await lastSaid(answer.id)).toMatchObject({ ...said, invoiceNumber: number });
  });
  it('may then be set against the right one, or be cancelled', async () => {
    const { id, number, reference } = await owed();
    const right = await world.invoice(reference);
    const { answer: moved } = await world.credit(id, 30_00);
    const { answer: wrong } = await world.credit(id, 20_00);
    await takeNoteBack(moved.id, number);
    await allocateCreditNote(world.db, world.context, moved.id, { invoice_number: right.number, amount_cents: 30_00 });
    await takeNoteBack(wrong.id, number);
    await endCase(world.db, world.context, wrong.id, 'cancelled', { reason: 'Un zéro de trop' });
    expect(await world.read(id)).toMatchObject({ balanceCents: 100_00, creditedCents: 0 });
    expect(await world.read(right.id)).toMatchObject({ balanceCents: 70_00 });
    expect(await world.read(wrong.id)).toMatchObject({ closedAs: 'cancelled', balanceCents: 0 });
  });
  it('is taken off once, however often that is said, and not where it never was', async () => {
    const { id, number, reference } = await owed();
    const never = await world.invoice(reference);
    const { answer } = await world.credit(id, 30_00);
    const at = new Date(NOW.getTime() + 1000);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => takeNoteBack(answer.id, number, at)));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await world.read(answer.id)).toMatchObject({ balanceCents: -30_00 });
    const before = await photograph(world);
    expect(await refusal(takeNoteBack(answer.id, never.number))).toMatchObject({ code: 'not_allocated' });
    expect(await refusal(takeNoteBack(id, number))).toMatchObject({ code: 'not_a_credit_note' });
    expect(await photograph(world)).toEqual(before);
  });
  it('stays with an invoice that was cancelled, which it was made for', async () => {
    const { id, number } = await owed();
    const { answer } = await world.credit(id, 30_00);
    await endCase(world.db, world.context, id, 'cancelled', { reason: 'Erreur' });
    const before = await photograph(world);
    expect(await refusal(takeNoteBack(answer.id, number))).toMatchObject({ code: 'case_closed' });
    expect(await photograph(world)).toEqual(before);
  });
  it.each([
    ['later', undefined],
    ['at once', { external_id: 'CR-At-Once', number: 'AV-At-Once', amount_cents: 30_00, issued_on: '2026-11-20' }],
  ])('leaves the dispute that it had settled %s waiting for a credit again, to be looked at', async (_when, credit) => {
    const { id, number } = await owed();
    const opened = await openDispute(world.db, world.context, id, disputeInput.parse({ reason: 'Livraison' }));
    const upheld = disputeResolutionInput.parse({ outcome: 'upheld', comment: 'Exact', credit });
    const ids = { invoiceId: id, disputeId: opened.answer.id };
    await resolveDispute(world.db, world.context, ids, upheld);
    const noteId = credit
      ? (await world.db.invoice.findFirstOrThrow({ where: { number: credit.number } })).id
      : (await world.credit(id, 30_00)).answer.id;
    const hold = () => world.db.hold.findFirst({ where: { invoiceId: id, kind: 'dispute' } });
    expect(await hold()).toMatchObject({ outcome: 'upheld' });
    await takeNoteBack(noteId, number);
    expect(await hold()).toMatchObject({ endedAt: null, outcome: null, awaitingCredit: true });
    const review = { groupKey: `dispute/${ids.disputeId}`, invoices: { some: { invoiceId: id } } };
    expect(await world.db.action.findMany({ where: review })).toMatchObject([{ state: 'open' }]);
    expect(await lastSaid(id)).toMatchObject({ resumedHolds: ['dispute'] });
  });
});

describe('a payment that was set against the wrong invoice', () => {
  it('is taken off that one alone, and is the payer’s to allocate', async () => {
    const first = await owed();
    const second = await owed();
    const of = ({ number }: { number: string }, amount_cents: number) => ({ invoice_number: number, amount_cents });
    const allocations = [of(first, 100_00), of(second, 40_00)];
    const { answer } = await world.pay(first.number, 140_00, { external_id: 'P-Two', allocations });
    const back = await takePaymentBack('P-Two', second.number);
    expect(back.answer).toEqual({
      id: answer.id,
      allocations: [{ invoice_number: second.number, balance_cents: 100_00, status: 'open' }],
      unallocated_cents: 40_00,
    });
    expect(back.tellings).toMatchObject([{ invoiceId: second.id, signal: 'paymentReversed' }]);
    expect(await world.read(first.id)).toMatchObject({ closedAs: 'paid', paidCents: 100_00 });
    expect(await world.read(second.id)).toMatchObject({ closedAs: null, paidCents: 0, balanceCents: 100_00 });
    // The payer is not the debtor: both customers' cases are told.
    const told = await world.db.historyEntry.findMany({
      where: { kind: 'allocation_reversed', data: { path: ['amountCents'], equals: 40_00 } },
    });
    expect(told.map(({ customerId }) => customerId).toSorted()).toEqual(
      [first.customerId, second.customerId].toSorted(),
    );
  });
  it('goes off whole, all that was set against it in turns, and can be set against it again', async () => {
    const { id, number } = await owed();
    await world.pay(number, 30_00, { external_id: 'P-Turns', amount_cents: 50_00 });
    const more = (amount_cents: number) =>
      allocatePayment(world.db, world.context, { externalId: 'P-Turns' }, { invoice_number: number, amount_cents });
    await more(20_00);
    expect((await takePaymentBack('P-Turns', number)).answer.unallocated_cents).toBe(50_00);
    expect(await world.read(id)).toMatchObject({ paidCents: 0, balanceCents: 100_00 });
    await more(45_00);
    expect(await world.read(id)).toMatchObject({ paidCents: 45_00, balanceCents: 55_00 });
  });
  it('leaves the promise that it had kept waiting again, and says so', async () => {
    const { id, number } = await owed();
    const promised = { amount_cents: 30_00, promised_on: '2026-12-04' };
    const { answer } = await recordPromise(world.db, world.context, id, promised);
    await world.pay(number, 30_00, { external_id: 'P-Kept' });
    await takePaymentBack('P-Kept', number);
    expect(await lastSaid(id)).toMatchObject({ reopenedHoldIds: [answer.id], promiseReopened: true });
  });
  it('off what was written off it re-opens nothing; once it is reversed nothing is left to take back', async () => {
    const { id, number } = await owed();
    await world.pay(number, 30_00, { external_id: 'P-Lost' });
    await endCase(world.db, world.context, id, 'written_off', { reason: 'Disparu' });
    await takePaymentBack('P-Lost', number);
    expect(await world.read(id)).toMatchObject({ closedAs: 'written_off', paidCents: 0, confirmReason: null });
    await world.reverse('P-Lost');
    expect(await refusal(takePaymentBack('P-Lost', number))).toMatchObject({ code: 'already_reversed' });
  });
});
