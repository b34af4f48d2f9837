import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { reserveMessage } from '../../../facts/messages/reserving/reserve-message.ts';
import { allocateCreditNote } from '../../../facts/money/allocate-credit-note.ts';
import { createWorld, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let supervisor: string;
beforeAll(async () => {
  [api, world] = await Promise.all([sharedApi(), createWorld({ toleranceCents: 100 })]);
  supervisor = (await createKey(world.all, { creditorId: world.creditorId, name: 'test', role: 'supervisor' })).key;
});

async function debt(kind: 'consumer' | 'professional' | 'public', more: Record<string, unknown> = {}) {
  const { reference } = await world.customer({ kind });
  return world.invoice(reference, { issued_on: '2025-06-01', due_on: '2025-06-15', total_cents: 100_000, ...more });
}

const ask = (id: string, on: string, more = '') =>
  api.ask('GET', `/v1/invoices/${id}/late-interest?on=${on}${more}`, { key: supervisor });
const late = async (id: string, on: string) => (await ask(id, on)).body;

async function set(body: Record<string, unknown>) {
  const etag = (await api.ask('GET', '/v1/settings', { key: supervisor })).headers.get('etag') ?? '';
  return api.ask('PATCH', '/v1/settings', { key: supervisor, body, headers: { 'If-Match': etag } });
}

/** A letter of level 3 that left on this day. */
async function notice(invoiceId: string, on: string, more: { messageId?: string; repeat?: number } = {}) {
  const day = new Date(`${on}T00:00:00Z`);
  const record = {
    id: uuidv7(),
    invoiceId,
    cycle: 1,
    stepKey: 'r3',
    level: 3,
    kind: 'letter',
    outcome: 'sent',
  } as const;
  await world.all.stepRecord.create({ data: { ...record, on: day, at: new Date(`${on}T09:00:00Z`), ...more } });
}

/** A registered letter about an invoice, with this status. */
async function letterAbout(invoiceId: string, status: 'failed' | 'undeliverable' | 'unclaimed'): Promise<string> {
  const { customerId } = await world.read(invoiceId);
  const item = { invoiceId, cycle: 1, stepKey: `r3-${status}`, level: 3, repeat: 0, amountCents: 100_000 };
  const id = await world.db.$transaction((tx) =>
    reserveMessage(tx, world.context, {
      ...{ customerId, language: 'fr', currency: 'EUR', kind: 'letter', letterKind: 'registered', level: 3 },
      ...{ origin: 'step', originId: null, actionId: null, templateId: null, actor: world.context.actor, test: false },
      items: [item],
    }),
  );
  await world.all.message.update({ where: { id }, data: { status } });
  return id;
}

describe('GET /invoices/{id}/late-interest', () => {
  it('gives interest, lump sum, total and every period they come from', async () => {
    const { id } = await debt('professional');
    expect(await late(id, '2025-07-15')).toMatchObject({
      state: 'owed',
      principal_cents: 100_000,
      interest_cents: 1040,
      lump_sum_cents: 4000,
      total_cents: 105_040,
      periods: [
        { from_on: '2025-06-16', to_on: '2025-06-30', days: 15, rate_basis_points: 1315, rule: 'ecb_plus_10' },
        { from_on: '2025-07-01', to_on: '2025-07-15', days: 15, semester: '2025-H2', to_verify: true },
      ],
    });
    expect((await late((await debt('public')).id, '2025-07-15')).interest_cents).toBe(916);
    const english = (await ask(id, '2025-07-15', '&language=en')).body.sentence;
    expect(english).toMatch(/^Late interest on 15.July.2025: €10\.40\. Lump sum for recovery costs: €40\.00/);
  });

  it('lets payments and credits from elsewhere lower what bears it from the day after, and none that was reversed', async () => {
    const { reference } = await world.customer();
    const owed = { issued_on: '2025-12-01', due_on: '2026-01-10', total_cents: 100_000 };
    const { id, number } = await world.invoice(reference, owed);
    await world.pay(number, 40_000, { paid_on: '2026-02-09' });
    expect((await late(id, '2026-03-01')).interest_cents).toBe(1398);
    await world.pay(number, 60_000, { external_id: 'P-bounced', paid_on: '2026-01-11' });
    expect((await late(id, '2026-03-01')).principal_cents).toBe(0);
    await world.reverse('P-bounced');
    expect((await late(id, '2026-03-01')).interest_cents).toBe(1398);
    const free = { kind: 'credit_note', issued_on: '2026-02-19', total_cents: 60_000, due_on: undefined };
    const note = await world.invoice(reference, free);
    const later = { ...world.context, at: new Date(world.context.at.getTime() + 60_000) };
    await allocateCreditNote(world.db, later, note.id, { invoice_number: number, amount_cents: 60_000 });
    expect((await late(id, '2026-03-01')).periods).toMatchObject([
      { to_on: '2026-02-09', principal_cents: 100_000 },
      { to_on: '2026-02-19', principal_cents: 60_000 },
    ]);
  });

  it('asks for nothing of what a credit note of the invoice itself took back, which was never owed', async () => {
    const owed = { issued_on: '2025-12-01', due_on: '2026-01-10' };
    const [whole, part] = [await debt('professional', owed), await debt('professional', owed)];
    await world.credit(whole.id, 100_000, { issued_on: '2026-04-10' });
    expect(await late(whole.id, '2026-06-30')).toMatchObject({ state: 'none', interest_cents: 0, lump_sum_cents: 0 });
    await world.credit(part.id, 40_000, { issued_on: '2026-04-10' });
    expect(await late(part.id, '2026-02-09')).toMatchObject({
      ...{ principal_cents: 60_000, lump_sum_cents: 4000 },
      periods: [{ principal_cents: 60_000, days: 30 }],
    });
  });

  it('claims nothing of what was paid in time but for a remainder that was let go', async () => {
    const { id, number } = await debt('professional');
    await world.pay(number, 99_950, { paid_on: '2025-06-15' });
    expect(await late(id, '2025-08-01')).toMatchObject({ state: 'none', lump_sum_cents: 0, total_cents: 0 });
  });

  it('asks a consumer for nothing before a formal notice that reached him, and never for the lump sum', async () => {
    const { id } = await debt('consumer', { issued_on: '2026-01-01', due_on: '2026-01-10' });
    const before = await late(id, '2026-03-31');
    expect(before).toMatchObject({ state: 'none', notice_on: null, interest_cents: 0, lump_sum_cents: 0 });
    expect(before.sentence).toContain('mise en demeure');
    await notice(id, '2026-03-01');
    const after = await late(id, '2026-03-31');
    expect(after).toMatchObject({
      notice_on: '2026-03-01',
      interest_cents: 215,
      lump_sum_cents: 0,
      total_cents: 100_215,
    });
    expect(JSON.stringify(after)).not.toMatch(/40,00|D441|L441/);
    await world.all.settings.update({
      where: { creditorId: world.creditorId },
      data: { liveAt: new Date('2026-03-02') },
    });
    expect((await late(id, '2026-03-31')).notice_on).toBeNull();
    await world.all.settings.update({ where: { creditorId: world.creditorId }, data: { liveAt: null } });
  });

  it.each(['failed', 'undeliverable'] as const)(
    'does not take for a formal notice a letter that reached nobody (%s), and takes one that was not fetched',
    async (status) => {
      const { id } = await debt('consumer', { issued_on: '2026-01-01', due_on: '2026-01-10' });
      const [lost, unclaimed] = [await letterAbout(id, status), await letterAbout(id, 'unclaimed')];
      await notice(id, '2026-02-01', { messageId: lost });
      expect(await late(id, '2026-03-31')).toMatchObject({ state: 'none', notice_on: null, interest_cents: 0 });
      await notice(id, '2026-03-01', { messageId: unclaimed, repeat: 1 });
      expect(await late(id, '2026-03-31')).toMatchObject({ notice_on: '2026-03-01', interest_cents: 215 });
    },
  );

  it('computes nothing where a rate is missing, names it, and does once the settings have it', async () => {
    const { id } = await debt('professional', { issued_on: '2026-05-01', due_on: '2026-06-30' });
    const refused = await ask(id, '2026-07-10');
    expect(refused.body).toMatchObject({
      state: 'rate_missing',
      missing: [{ kind: 'ecb', semester: '2026-H2' }],
      principal_cents: 100_000,
      lump_sum_cents: 4000,
      interest_cents: null,
      total_cents: null,
      periods: [],
    });
    expect(refused.body.sentence).toContain('2e semestre 2026');
    const rate = { kind: 'ecb', semester: '2026-H2', basis_points: 200, source: 'Banque de France' };
    expect((await set({ interest_rates: [rate] })).body.interest_rates).toEqual([rate]);
    expect((await late(id, '2026-07-10')).periods).toMatchObject([
      { days: 10, rate_basis_points: 1200, source: 'Banque de France', to_verify: false },
    ]);
    await set({ interest_rates: [] });
  });

  it('follows the creditor’s own rate between professionals, never below three times the legal rate', async () => {
    const { id } = await debt('professional', { issued_on: '2026-01-01', due_on: '2026-01-10' });
    await set({ late_penalty_basis_points: 0 });
    expect((await late(id, '2026-01-20')).periods).toMatchObject([
      { rule: 'contractual_floor', rate_basis_points: 786 },
    ]);
    await set({ late_penalty_basis_points: 900 });
    expect((await late(id, '2026-01-20')).periods).toMatchObject([{ rule: 'contractual', rate_basis_points: 900 }]);
    await set({ late_penalty_basis_points: null });
  });

  it('lets a payment in part pay the principal first, or the interest where the settings say so, and names the rule', async () => {
    const { id, number } = await debt('professional', { issued_on: '2025-12-01', due_on: '2026-01-10' });
    await world.pay(number, 40_000, { paid_on: '2026-02-09' });
    const first = await late(id, '2026-03-01');
    expect(first).toMatchObject({ imputation: 'principal_first', principal_cents: 60_000, interest_cents: 1398 });
    expect((await set({ payment_imputation: 'interest_first' })).body.payment_imputation).toBe('interest_first');
    expect(await late(id, '2026-03-01')).toMatchObject({
      ...{ imputation: 'interest_first', principal_cents: 60_999, interest_paid_cents: 999, interest_cents: 406 },
      imputation_text: expect.stringContaining('1343-1'),
    });
    expect((await set({ payment_imputation: 'as_one_likes' })).status).toBe(422);
    await set({ payment_imputation: 'principal_first' });
  });

  it('adds the lump sum to what was late before insolvency proceedings, not to what fell due since nor to what was cancelled', async () => {
    const { id } = await debt('professional');
    const insolvent = { reason: 'Redressement judiciaire', cause: 'insolvency' } as const;
    await setPause(world.db, world.context, id, insolvent);
    expect(await late(id, '2025-07-15')).toMatchObject({ interest_cents: 1040, lump_sum_cents: 4000 });
    const later = await debt('professional', { due_on: '2026-12-15' });
    await setPause(world.db, world.context, later.id, insolvent);
    expect(await late(later.id, '2026-12-31')).toMatchObject({ state: 'none', lump_sum_cents: 0 });
    await world.all.invoice.update({ where: { id }, data: { closedAs: 'cancelled' } });
    expect(await late(id, '2025-07-15')).toMatchObject({ state: 'none', principal_cents: 0, total_cents: 0 });
  });

  it('stops the day before insolvency proceedings were put in, by the creditor’s calendar', async () => {
    const { id } = await debt('professional');
    const onTheDayBefore = await late(id, '2025-07-01');
    await setPause(world.db, world.context, id, { reason: 'Redressement judiciaire', cause: 'insolvency' });
    // Half past midnight of 2 July in Paris.
    const sinceAt = new Date('2025-07-01T22:30:00.000Z');
    await world.all.hold.updateMany({ where: { invoiceId: id }, data: { sinceAt } });
    const { interest_cents } = await late(id, '2025-07-15');
    expect(interest_cents).toBe(onTheDayBefore.interest_cents);
    expect(interest_cents).toBeGreaterThan(0);
    expect(interest_cents).toBeLessThan(1040);
  });

  it('is of an invoice: 404 for none, 409 for a credit note, 400 for a day that is none', async () => {
    const { reference } = await world.customer();
    const note = await world.invoice(reference, { kind: 'credit_note' });
    const { id } = await debt('professional');
    const statuses = [await ask(uuidv7(), '2026-01-01'), await ask(note.id, '2026-01-01'), await ask(id, '2026-02-30')];
    expect(statuses.map(({ status }) => status)).toEqual([404, 409, 400]);
  });

  it('takes no two rates of one semester, and no semester that is none', async () => {
    const rate = { kind: 'ecb', semester: '2026-H2', basis_points: 200, source: 'BCE' };
    for (const rates of [[rate, rate], [{ ...rate, semester: '2026-S2' }], [{ ...rate, basis_points: 2.5 }]])
      expect((await set({ interest_rates: rates })).status).toBe(422);
  });
});
