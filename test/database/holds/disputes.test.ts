import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { disputeAnswer } from '../../../facts/holds/hold-answer.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { resolveDispute } from '../../../facts/holds/resolve-dispute.ts';
import { withdrawDispute } from '../../../facts/holds/withdraw-dispute.ts';
import { invoiceInput } from '../../../facts/inputs/invoice.ts';
import { createInvoice } from '../../../facts/invoices/create-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { recordCredit } from '../../../facts/money/record-credit.ts';
import { takeCreditNoteOffInvoice } from '../../../facts/money/take-credit-note-off-invoice.ts';
import { NOW, openWorld, type World } from './case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function disputed(input: object = {}) {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  await world.plan(invoice.id);
  const { answer } = await openDispute(world.db, world.on(NOW), invoice.id, { reason: 'Travaux non faits', ...input });
  return { ...invoice, ids: { invoiceId: invoice.id, disputeId: answer.id }, answer };
}

const dispute = async ({ disputeId }: { disputeId: string }) =>
  disputeAnswer(await world.db.hold.findUniqueOrThrow({ where: { id: disputeId } }));

const creditOf = (amountCents: number) => ({
  external_id: randomUUID(),
  number: `A-${randomUUID().slice(0, 8)}`,
  amount_cents: amountCents,
  issued_on: '2026-11-24',
});

describe('opening a dispute', () => {
  it('on a part holds the whole invoice and shows the part', async () => {
    const { id, answer } = await disputed({ amount_cents: 12_000 });
    expect(answer).toMatchObject({ disputed_cents: 12_000, state: 'open', awaiting_credit: false });
    expect((await world.read(id)).openStep).toBeNull();
    expect((await world.plan(id)).step).toBeNull();
  });

  it('makes a task to look at it again in fifteen days, or on the day that is given, for its owner', async () => {
    const { id } = await disputed();
    expect(await world.tasks(id, 'dispute_review')).toMatchObject([
      { kind: 'task', state: 'open', dueOn: new Date('2026-12-09'), dueAt: new Date('2026-12-09T08:00:00Z') },
    ]);
    const other = await disputed({ review_on: '2026-11-30' });
    expect(other.answer.review_on).toBe('2026-11-30');
    expect(await world.tasks(other.id, 'dispute_review')).toMatchObject([{ dueOn: new Date('2026-11-30') }]);
  });

  it('twice with the same content is one dispute; with other content it is another', async () => {
    const { id, answer } = await disputed();
    const again = await openDispute(world.db, world.on(NOW), id, { reason: 'Travaux non faits' });
    expect(again).toMatchObject({ replayed: true, answer: { id: answer.id } });
    const other = await openDispute(world.db, world.on(NOW), id, { reason: 'TVA fausse', amount_cents: 500 });
    expect(other.answer.id).not.toBe(answer.id);
    expect(await world.tasks(id, 'dispute_review')).toHaveLength(2);
  });

  it.each([
    ['more than the invoice', { amount_cents: 30_001 }, 'amount_too_high'],
    ['a review in the past', { review_on: '2026-11-23' }, 'day_is_past'],
    ['an owner who does not exist', { owner_id: randomUUID() }, 'unknown_user'],
  ])('refuses %s and holds nothing', async (_, input, code) => {
    const invoice = await world.newInvoice(await world.newCustomer());
    const refused = openDispute(world.db, world.on(NOW), invoice.id, { reason: 'x', ...input });
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', code });
    expect((await world.read(invoice.id)).holds).toHaveLength(0);
  });
});

describe('a rejected dispute', () => {
  it('ends its hold and its task, and the next step waits for a person', async () => {
    const { id, ids } = await disputed();
    const { answer, tellings } = await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'rejected' });
    expect(answer.state).toBe('rejected');
    expect(tellings).toMatchObject([{ signal: 'disputeResolved', data: { outcome: 'rejected' } }]);
    expect(await world.tasks(id, 'dispute_review')).toMatchObject([{ state: 'cancelled' }]);
    expect((await world.read(id)).confirmReason).toBe('dispute_rejected');
    expect((await world.plan(id)).step).toMatchObject({ mode: 'to_confirm' });
  });

  it('rejected again changes nothing; upheld afterwards is refused', async () => {
    const { id, ids } = await disputed();
    await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'rejected' });
    const { version } = await world.read(id);
    expect(await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'rejected' })).toMatchObject({
      replayed: true,
    });
    const refused = resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld' });
    await expect(refused).rejects.toMatchObject({ kind: 'conflict', code: 'dispute_over' });
    expect((await world.read(id)).version).toBe(version);
  });

  it('is given no credit', async () => {
    const { id, ids } = await disputed();
    const refused = resolveDispute(world.db, world.on(NOW), ids, { outcome: 'rejected', credit: creditOf(100) });
    await expect(refused).rejects.toMatchObject({ code: 'credit_on_rejection' });
    expect((await world.read(id)).balanceCents).toBe(30_000);
  });
});

describe('an upheld dispute', () => {
  it('keeps its hold while it waits for the credit; a payment does not end it', async () => {
    const { id, number, ids } = await disputed();
    const { answer } = await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld' });
    expect(answer).toMatchObject({ state: 'awaiting_credit', awaiting_credit: true, ended_at: null });
    await world.pay(number, 1_000);
    expect((await world.plan(id)).facts.holds).toMatchObject([{ kind: 'dispute' }]);
  });

  it('ends with the credit that comes later, without asking a person', async () => {
    const { id, ids } = await disputed();
    await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld' });
    await recordCredit(world.db, world.on(NOW), id, creditOf(10_000));
    const after = await world.read(id);
    expect(after).toMatchObject({ balanceCents: 20_000, confirmReason: null });
    expect(after.holds).toMatchObject([{ outcome: 'upheld', awaitingCredit: false }]);
    expect(await world.tasks(id, 'dispute_review')).toMatchObject([{ state: 'cancelled' }]);
  });

  it('waits for the credit again when the case was paid meanwhile and the payment goes back', async () => {
    const { id, number, ids } = await disputed();
    await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld' });
    const { answer } = await world.pay(number, 30_000);
    expect(await dispute(ids)).toMatchObject({ state: 'case_closed', awaiting_credit: false });
    await world.goesBack(answer.id);
    expect(await dispute(ids)).toMatchObject({ state: 'awaiting_credit', awaiting_credit: true });
    await recordCredit(world.db, world.on(NOW), id, creditOf(10_000));
    expect(await dispute(ids)).toMatchObject({ state: 'upheld', awaiting_credit: false });
    expect((await world.plan(id)).facts).toMatchObject({ balanceCents: 20_000, holds: [] });
  });

  it('with its credit ends at once; a credit that is refused resolves nothing', async () => {
    const { id, number, ids } = await disputed();
    const wrong = { ...creditOf(10_000), number };
    const refused = resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld', credit: wrong });
    await expect(refused).rejects.toMatchObject({ kind: 'conflict', code: 'number_taken' });
    expect((await world.read(id)).holds).toMatchObject([{ endedAt: null, awaitingCredit: false }]);
    const credit = creditOf(10_000);
    const { answer } = await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld', credit });
    expect(answer.state).toBe('upheld');
    expect((await world.read(id)).balanceCents).toBe(20_000);
  });

  it('with a credit of the whole invoice closes the case, and says so again', async () => {
    const { id, ids } = await disputed();
    const resolution = { outcome: 'upheld' as const, credit: creditOf(30_000) };
    await resolveDispute(world.db, world.on(NOW), ids, resolution);
    expect((await world.read(id)).closedAs).toBe('paid');
    expect(await resolveDispute(world.db, world.on(NOW), ids, resolution)).toMatchObject({ replayed: true });
  });

  it('that has ended takes no other credit: nothing that is acknowledged is lost', async () => {
    const { id, ids } = await disputed();
    const [first, other] = [creditOf(10_000), creditOf(5_000)];
    const resolve = (credit: typeof first) =>
      resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld', credit });
    await resolve(first);
    await expect(resolve(other)).rejects.toMatchObject({ kind: 'conflict', code: 'dispute_over' });
    const changed = { ...first, amount_cents: 9_000 };
    await expect(resolve(changed)).rejects.toMatchObject({ kind: 'conflict', code: 'other_content' });
    expect(await resolve(first)).toMatchObject({ replayed: true });
    expect((await world.read(id)).balanceCents).toBe(20_000);
  });

  it('with a credit that was taken off the invoice before sets it against the invoice, or resolves nothing', async () => {
    const { id, number, ids } = await disputed();
    const credit = creditOf(10_000);
    const { answer: note } = await recordCredit(world.db, world.on(NOW), id, credit);
    const resolve = () => resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld', credit });
    const takeOff = () =>
      takeCreditNoteOffInvoice(world.db, world.on(NOW), note.id, { invoice_number: number, reason: 'x' });
    await takeOff();
    expect(await resolve()).toMatchObject({ replayed: false, answer: { state: 'upheld' } });
    expect((await world.read(id)).balanceCents).toBe(20_000);
    expect(await resolve()).toMatchObject({ replayed: true });
    // The dispute waits for its credit note again, which was used on another invoice, and is cancelled in the end.
    await takeOff();
    const { customerId } = await world.read(id);
    const { reference } = await world.db.customer.findUniqueOrThrow({ where: { id: customerId } });
    const elsewhere = { invoice_number: (await world.newInvoice({ reference })).number, amount_cents: 6_000 };
    await allocateCreditNote(world.db, world.on(NOW), note.id, elsewhere);
    await expect(resolve()).rejects.toMatchObject({ kind: 'conflict', code: 'credit_not_set' });
    await takeCreditNoteOffInvoice(world.db, world.on(NOW), note.id, { ...elsewhere, reason: 'x' });
    await endCase(world.db, world.on(NOW), note.id, 'cancelled', { reason: 'Un zéro de trop' });
    await expect(resolve()).rejects.toMatchObject({ kind: 'conflict', code: 'credit_cancelled' });
    expect(await world.read(id)).toMatchObject({ balanceCents: 30_000, holds: [{ awaitingCredit: true }] });
  });

  it('with a credit that an import had brought says so again', async () => {
    const { id, number, ids } = await disputed();
    const { customerId } = await world.read(id);
    const { reference } = await world.db.customer.findUniqueOrThrow({ where: { id: customerId } });
    const { external_id: externalId, amount_cents: amountCents, ...credit } = creditOf(10_000);
    const document = { kind: 'credit_note', customer_reference: reference, currency: 'EUR', applies_to: number };
    const brought = invoiceInput.parse({ ...document, ...credit, total_cents: amountCents });
    await createInvoice(world.db, world.on(NOW), brought);
    const said = { ...credit, external_id: externalId, amount_cents: amountCents };
    const resolve = () => resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld', credit: said });
    expect(await resolve()).toMatchObject({ replayed: false, answer: { state: 'upheld' } });
    expect(await resolve()).toMatchObject({ replayed: true, answer: { state: 'upheld' } });
    expect((await world.read(id)).balanceCents).toBe(20_000);
  });

  it('is ended by a person, once', async () => {
    const { id, ids } = await disputed();
    await resolveDispute(world.db, world.on(NOW), ids, { outcome: 'upheld' });
    expect((await withdrawDispute(world.db, world.on(NOW), ids)).replayed).toBe(false);
    expect((await withdrawDispute(world.db, world.on(NOW), ids)).replayed).toBe(true);
    expect((await world.read(id)).holds).toMatchObject([{ outcome: 'withdrawn' }]);
    expect((await world.plan(id)).step).not.toBeNull();
  });
});

it('a dispute of another invoice does not exist here', async () => {
  const [one, other] = [await disputed(), await disputed()];
  const mixed = { invoiceId: one.id, disputeId: other.ids.disputeId };
  const refused = resolveDispute(world.db, world.on(NOW), mixed, { outcome: 'rejected' });
  await expect(refused).rejects.toMatchObject({ kind: 'not_found' });
});
