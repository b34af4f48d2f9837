import { beforeAll, describe, expect, it } from 'vitest';
import type { HistoryData } from '../../../domain/case/history/kinds.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { refundInput } from '../../../facts/inputs/money.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { cancelRefund } from '../../../facts/money/cancel-refund.ts';
import { readPayment } from '../../../facts/money/payment-view.ts';
import { refundCreditNote, refundPayment } from '../../../facts/money/refund.ts';
import { loadCaseForPlan } from '../../../facts/plan/load-case.ts';
import { planInput } from '../../../facts/plan/plan-input.ts';
import { createWorld, NOW, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

let serial = 0;
const refundOf = (amount_cents: number, more: object = {}) =>
  refundInput.parse({
    ...{ external_id: `B-${String((serial += 1))}`, amount_cents, paid_on: '2026-11-21', reason: 'Trop-perçu' },
    ...more,
  });

const refund = (externalId: string, amountCents: number, more: object = {}) =>
  refundPayment(world.db, world.context, { externalId }, refundOf(amountCents, more));
const cancel = (externalId: string) => cancelRefund(world.db, world.context, externalId, { reason: 'IBAN faux' });

/** A customer who paid €40 more than was owed, and owes €30 on another invoice. */
async function paidTooMuch(externalId: string) {
  const { id: customerId, reference } = await world.customer();
  const { number } = await world.invoice(reference);
  await world.pay(number, 140_00, { external_id: externalId });
  return { customerId, reference, ...(await world.invoice(reference, { total_cents: 30_00 })) };
}

const isCovered = async (id: string) =>
  world.db.$transaction(
    async (tx) => (await planInput(tx, await loadCaseForPlan(tx, id), NOW, { connectors: null })).creditCover,
  );

describe('What was paid back of a payment', () => {
  it('is the customer’s to allocate no more, and covers none of his claims', async () => {
    const { id, customerId } = await paidTooMuch('P-Back');
    expect(await isCovered(id)).toBe(true);
    const { answer, tellings } = await refund('P-Back', 25_00);
    expect(answer).toMatchObject({ amount_cents: 25_00, unallocated_cents: 15_00, cancelled: null });
    expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([id]);
    expect(await isCovered(id)).toBe(false);
    const shown = (await readPayment(world.db, { externalId: 'P-Back' }))!;
    expect(shown).toMatchObject({ amount_cents: 140_00, unallocated_cents: 15_00 });
    expect(shown.refunds).toMatchObject([{ amount_cents: 25_00, paid_on: '2026-11-21', reason: 'Trop-perçu' }]);
    const told = await world.db.historyEntry.findFirstOrThrow({ where: { customerId, kind: 'refunded' } });
    expect(told.data).toMatchObject({ externalId: 'P-Back', amountCents: 25_00, unallocatedCents: 15_00 });
  });
  it('cannot be more than is not allocated, nor of a payment that came back', async () => {
    await paidTooMuch('P-Most');
    const before = await photograph(world);
    expect(await refusal(refund('P-Most', 40_01))).toMatchObject({ code: 'more_than_unallocated' });
    expect(await refusal(refund('P-None', 1))).toMatchObject({ kind: 'not_found' });
    expect(await photograph(world)).toEqual(before);
    await world.reverse('P-Most');
    expect(await refusal(refund('P-Most', 1))).toMatchObject({ code: 'more_than_unallocated' });
  });
  it('posted again, and ten times at once, is one refund; with other content a conflict', async () => {
    await paidTooMuch('P-Once');
    const same = { external_id: 'B-Same' };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => refund('P-Once', 10_00, same)));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await refusal(refund('P-Once', 11_00, same))).toMatchObject({ code: 'other_content' });
    expect((await readPayment(world.db, { externalId: 'P-Once' }))!.unallocated_cents).toBe(30_00);
  });
  it('that did not take place is his again, once', async () => {
    const { id, number } = await paidTooMuch('P-Undone');
    await refund('P-Undone', 40_00, { external_id: 'B-Undone' });
    const { answer, tellings } = await cancel('B-Undone');
    expect(answer).toMatchObject({ unallocated_cents: 40_00, cancelled: { reason: 'IBAN faux' } });
    expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([id]);
    expect(await isCovered(id)).toBe(true);
    expect(await cancel('B-Undone')).toMatchObject({ replayed: true, answer });
    const said = { invoice_number: number, amount_cents: 30_00 };
    await allocatePayment(world.db, world.context, { externalId: 'P-Undone' }, said);
    expect(await refusal(cancel('B-None'))).toMatchObject({ kind: 'not_found' });
  });
  it('is known again in the history among others of the same payment, also when one of them is cancelled', async () => {
    const { customerId } = await paidTooMuch('P-Two');
    for (const external_id of ['B-First', 'B-Second']) await refund('P-Two', 20_00, { external_id });
    await cancel('B-First');
    const told = await world.db.historyEntry.findMany({
      where: { customerId, kind: { in: ['refunded', 'refund_cancelled'] } },
      orderBy: { id: 'asc' },
    });
    const which = told.map(({ kind, data }) => [kind, (data as HistoryData).refundExternalId]);
    expect(which).toEqual([
      ['refunded', 'B-First'],
      ['refunded', 'B-Second'],
      ['refund_cancelled', 'B-First'],
    ]);
    expect(told[2]!.data).toMatchObject({ externalId: 'P-Two', paidOn: '2026-11-21', amountCents: 20_00 });
  });
  it('stands when the payment comes back, and is given back to nothing then', async () => {
    await paidTooMuch('P-Bounced');
    await refund('P-Bounced', 25_00, { external_id: 'B-Bounced' });
    await world.reverse('P-Bounced');
    const shown = (await readPayment(world.db, { externalId: 'P-Bounced' }))!;
    expect(shown).toMatchObject({ unallocated_cents: 0, refunds: [{ amount_cents: 25_00, cancelled: null }] });
    expect(await refusal(cancel('B-Bounced'))).toMatchObject({ code: 'already_reversed' });
  });
});

describe('What was paid back of a credit note', () => {
  it('is left of it no more; all of it ends it, and it cannot be cancelled then', async () => {
    const { reference } = await world.customer();
    const { id } = await world.invoice(reference, { total_cents: 30_00 });
    const note = await world.invoice(reference, { kind: 'credit_note', total_cents: 40_00 });
    const back = (amountCents: number, more: object = {}) =>
      refundCreditNote(world.db, world.context, note.id, refundOf(amountCents, more));
    expect((await back(15_00)).answer.unallocated_cents).toBe(25_00);
    expect(await world.read(note.id)).toMatchObject({ balanceCents: -25_00, closedAs: null });
    expect(await isCovered(id)).toBe(false);
    const { answer } = await back(25_00, { external_id: 'B-Rest' });
    expect(answer.unallocated_cents).toBe(0);
    expect(await world.read(note.id)).toMatchObject({ balanceCents: 0, closedAs: 'paid' });
    const ended = endCase(world.db, world.context, note.id, 'cancelled', { reason: 'Erreur' });
    expect(await refusal(ended)).toMatchObject({ code: 'case_closed' });
    await cancel('B-Rest');
    expect(await world.read(note.id)).toMatchObject({ balanceCents: -25_00, closedAs: null });
    const part = endCase(world.db, world.context, note.id, 'cancelled', { reason: 'Erreur' });
    expect(await refusal(part)).toMatchObject({ code: 'credit_note_used' });
    expect(await refusal(refundCreditNote(world.db, world.context, id, refundOf(1)))).toMatchObject({
      code: 'not_a_credit_note',
    });
  });
});
