import { beforeAll, describe, expect, it } from 'vitest';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { readPayment } from '../../../facts/money/payment-view.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { type HistoryData, historyText } from '../../../domain/case/history-text.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { disputeInput, pauseInput } from '../../../facts/inputs/holds.ts';
import { createWorld, NOW, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function paid(externalId: string, paidCents = 100_00) {
  const { id: customerId, reference } = await world.customer();
  const invoice = await world.invoice(reference);
  await world.pay(invoice.number, paidCents, { external_id: externalId });
  return { customerId, reference, ...invoice };
}

async function paymentKey(revokedAt: Date | null): Promise<string> {
  const { creditorId } = world;
  const [id, hash] = [crypto.randomUUID(), crypto.randomUUID()];
  await world.all.apiKey.create({ data: { id, creditorId, name: 'Banque', role: 'payments', hash, revokedAt } });
  return id;
}

describe('a reversed payment', () => {
  it('re-opens the case it had closed, whose next step then needs a person', async () => {
    const { id } = await paid('P-A');
    const { answer, tellings } = await world.reverse('P-A');
    expect(answer).toMatchObject({ allocations: [{ balance_cents: 100_00, status: 'open' }], unallocated_cents: 0 });
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'paymentReversed', data: { amountCents: 100_00 } }]);
    expect(await world.read(id)).toMatchObject({
      closedAs: null,
      closedAt: null,
      balanceCents: 100_00,
      paidCents: 0,
      confirmReason: 'reversal',
    });
  });
  it('re-opens a case smaller than the tolerance, of which nothing is paid any more', async () => {
    const lenient = await createWorld({ toleranceCents: 10_00 });
    const { reference } = await lenient.customer();
    const { id, number } = await lenient.invoice(reference, { total_cents: 8_00 });
    await lenient.pay(number, 8_00, { external_id: 'P-Small' });
    await lenient.reverse('P-Small');
    expect(await lenient.read(id)).toMatchObject({ closedAs: null, paidCents: 0, balanceCents: 8_00 });
    const part = await lenient.invoice(reference, { total_cents: 30_00 });
    await lenient.pay(part.number, 2_00, { external_id: 'P-Part' });
    await lenient.pay(part.number, 22_00);
    await lenient.reverse('P-Part');
    expect(await lenient.read(part.id)).toMatchObject({ closedAs: 'paid', balanceCents: 8_00 });
  });
  it('leaves level, cycle and what was sent as they were', async () => {
    const { id, number } = await paid('P-B', 10_00);
    const record = { invoiceId: id, cycle: 1, stepKey: 'r1', level: 1, outcome: 'sent', on: NOW, at: NOW } as const;
    await world.db.invoice.update({ where: { id }, data: { level: 1 } });
    await world.all.stepRecord.create({ data: { id: crypto.randomUUID(), ...record } });
    await world.pay(number, 90_00);
    await world.reverse('P-B');
    expect(await world.read(id)).toMatchObject({ level: 1, cycle: 1, balanceCents: 10_00, closedAs: null });
    expect(await world.all.stepRecord.count({ where: { invoiceId: id } })).toBe(1);
  });
  it.each(['cancelled', 'written_off'] as const)('re-opens nothing that is %s', async (closedAs) => {
    const { id } = await paid(`P-${closedAs}`, 30_00);
    await endCase(world.db, world.context, id, closedAs, { reason: 'Geste commercial' });
    await world.reverse(`P-${closedAs}`);
    expect(await world.read(id)).toMatchObject({ closedAs, paidCents: 0, confirmReason: null });
  });
  it('again is answered the same and changes nothing', async () => {
    await paid('P-C');
    const first = await world.reverse('P-C', 'RV-C');
    const before = await photograph(world);
    const again = await world.reverse('P-C', 'RV-C');
    expect(again).toMatchObject({ replayed: true, answer: first.answer });
    expect(await photograph(world)).toEqual(before);
  });
  it('ten times at once comes back once', async () => {
    const { id } = await paid('P-D', 40_00);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => world.reverse('P-D', 'RV-D')));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await world.read(id)).toMatchObject({ balanceCents: 100_00, paidCents: 0, version: 3 });
  });
  it('by a second, different reversal is a conflict and changes nothing', async () => {
    await paid('P-E');
    await world.reverse('P-E', 'RV-E');
    const before = await photograph(world);
    expect(await refusal(world.reverse('P-E', 'RV-E2'))).toMatchObject({ kind: 'conflict', code: 'already_reversed' });
    expect(await refusal(world.reverse('P-E', 'RV-E', 'Autre motif'))).toMatchObject({ kind: 'conflict' });
    expect(await photograph(world)).toEqual(before);
  });
  it('of one payment cannot be that of another', async () => {
    await paid('P-F');
    await paid('P-G');
    await world.reverse('P-F', 'RV-F');
    expect(await refusal(world.reverse('P-G', 'RV-F'))).toMatchObject({ kind: 'conflict', code: 'other_content' });
  });
  it('of several payments at the same instant is that of one of them, and the others stay paid', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `P-AtOnce-${String(index)}`);
    const cases = await Promise.all(names.map((name) => paid(name)));
    const outcomes = await Promise.allSettled(names.map((name) => world.reverse(name, 'RV-AtOnce')));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toHaveLength(7);
    for (const reason of refused) expect(reason).toMatchObject({ kind: 'conflict', code: 'other_content' });
    const rows = await Promise.all(cases.map(({ id }) => world.read(id)));
    expect(rows.filter(({ closedAs }) => closedAs === null)).toHaveLength(1);
    expect(await world.db.payment.count({ where: { reversalExternalId: 'RV-AtOnce' } })).toBe(1);
  });
  const say = { reason: 'Dossier remis à l’avocat' };
  const kinds = async (invoiceId: string) =>
    (await world.db.hold.findMany({ where: { invoiceId, endedAt: null }, orderBy: { kind: 'asc' } })).map(
      ({ kind }) => kind,
    );

  it('puts what stopped the case when it was paid in force again, and tells so', async () => {
    const { id, number } = await paid('P-Held', 10_00);
    await openLitigation(world.db, world.context, id, say);
    const dispute = disputeInput.parse({ reason: 'Livraison incomplète' });
    await openDispute(world.db, world.context, id, dispute);
    await world.pay(number, 90_00, { external_id: 'P-Rest' });
    expect([(await world.read(id)).closedAs, await kinds(id)]).toEqual(['paid', []]);
    await world.reverse('P-Rest');
    expect([(await world.read(id)).closedAs, await kinds(id)]).toEqual([null, ['litigation', 'dispute']]);
    const reviews = { origin: 'dispute_review', state: 'open', invoices: { some: { invoiceId: id } } } as const;
    expect(await world.db.action.count({ where: reviews })).toBe(1);
    const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'payment_reversed' } });
    const text = historyText('payment_reversed', told.data as HistoryData, 'fr');
    expect(text).toMatch(/de nouveau au contentieux.*le litige est de nouveau ouvert\.$/);
  });
  it('but nothing that had ended before, nor a pause whose time is over', async () => {
    const { id, number } = await paid('P-Over', 10_00);
    await openLitigation(world.db, world.context, id, say);
    await closeLitigation(world.db, world.context, id);
    await setPause(world.db, world.context, id, pauseInput.parse({ reason: 'Congés', until_on: '2026-11-25' }));
    await world.pay(number, 90_00, { external_id: 'P-OverRest' });
    const later = { ...world.context, at: new Date('2026-12-15T10:00:00.000Z') };
    const reversal = { external_id: 'RV-Over', reason: 'Rejet' };
    await reversePayment(world.db, later, { externalId: 'P-OverRest' }, reversal);
    expect([(await world.read(id)).closedAs, await kinds(id)]).toEqual([null, []]);
  });
  it('of a case whose ladder was over asks again what comes after it', async () => {
    const { id } = await paid('P-Exhausted');
    await world.db.invoice.update({ where: { id }, data: { exhaustedAt: NOW } });
    await world.reverse('P-Exhausted');
    expect(await world.read(id)).toMatchObject({ closedAs: null, exhaustedAt: null });
  });
  it('of another payment system does not exist', async () => {
    await paid('P-H');
    const body = { external_id: 'RV-H', reason: 'Rejet' };
    const name = { externalId: 'P-H', postedByKeyId: crypto.randomUUID() };
    expect(await refusal(reversePayment(world.db, world.context, name, body))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(world.reverse('NOBODY'))).toMatchObject({ kind: 'not_found' });
  });
  it('of a payment system that has a new key since is its own still', async () => {
    const { id } = await paid('P-I');
    const [before, now] = await Promise.all([paymentKey(new Date()), paymentKey(null)]);
    await world.db.payment.updateMany({ where: { externalId: 'P-I' }, data: { keyId: before } });
    const name = { externalId: 'P-I', postedByKeyId: now };
    expect(await readPayment(world.db, name)).toMatchObject({ external_id: 'P-I', reversal: null });
    await reversePayment(world.db, world.context, name, { external_id: 'RV-I', reason: 'Rejet' });
    expect(await world.read(id)).toMatchObject({ closedAs: null, balanceCents: 100_00 });
  });
  it('keeps a case closed when another payment had paid it whole', async () => {
    const { reference } = await world.customer();
    const { id, number } = await world.invoice(reference);
    await world.pay(number, 100_00);
    await world.pay(number, 25_00, { external_id: 'P-TWICE' });
    await world.reverse('P-TWICE');
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 0 });
  });
});

describe('what was left of a payment', () => {
  const allocate = (externalId: string, invoice_number: string, amount_cents: number) =>
    allocatePayment(world.db, world.context, { externalId }, { invoice_number, amount_cents });
  it('can be set against an invoice later, up to its balance', async () => {
    const { reference } = await paid('P-L', 180_00);
    const later = await world.invoice(reference, { total_cents: 50_00 });
    const { answer } = await allocate('P-L', later.number, 80_00);
    expect(answer).toMatchObject({ allocations: [{ balance_cents: 0, status: 'paid' }], unallocated_cents: 30_00 });
    expect(await world.read(later.id)).toMatchObject({ closedAs: 'paid', balanceCents: 0 });
  });
  it('stands in the customer’s history when it comes in, and when it goes again', async () => {
    const { customerId } = await paid('P-Free', 140_00);
    await world.reverse('P-Free', 'RV-Free');
    const lines = await world.all.historyEntry.findMany({
      where: { customerId, invoiceId: null },
      orderBy: { id: 'asc' },
    });
    const told = lines.filter(({ kind }) => kind === 'paid' || kind === 'payment_reversed');
    expect(told.map(({ kind, data }) => [kind, (data as { amountCents?: number }).amountCents])).toEqual([
      ['paid', 40_00],
      ['payment_reversed', 40_00],
    ]);
  });
  it('comes back with the payment', async () => {
    const { reference } = await paid('P-M', 180_00);
    const later = await world.invoice(reference, { total_cents: 50_00 });
    await allocate('P-M', later.number, 50_00);
    await world.reverse('P-M');
    expect(await world.read(later.id)).toMatchObject({ closedAs: null, balanceCents: 50_00 });
  });
  it('cannot be more than is left, nor of a reversed payment, nor for a case that has ended', async () => {
    const { reference, number } = await paid('P-N', 110_00);
    const open = await world.invoice(reference);
    const before = await photograph(world);
    expect(await refusal(allocate('P-N', open.number, 10_01))).toMatchObject({ code: 'more_than_unallocated' });
    expect(await refusal(allocate('P-N', number, 5_00))).toMatchObject({ code: 'case_closed' });
    expect(await refusal(allocate('P-N', 'NONE', 5_00))).toMatchObject({ code: 'unknown_invoice' });
    expect(await photograph(world)).toEqual(before);
    await world.reverse('P-N');
    expect(await refusal(allocate('P-N', open.number, 1_00))).toMatchObject({ code: 'already_reversed' });
  });
});
