import { beforeAll, describe, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { createInvoice } from '../../../facts/invoices/create-invoice.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { type InvoiceChange, invoiceInput } from '../../../facts/inputs/invoice.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import { createWorld, NOW, photograph, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const change = (id: string, input: InvoiceChange) => changeInvoice(world.db, world.context, id, input, () => undefined);
const reason = { reason: 'Geste commercial' };

async function owed(more: Record<string, unknown> = {}) {
  const { id: customerId, reference } = await world.customer();
  return { customerId, reference, ...(await world.invoice(reference, more)) };
}

async function scenarioOf(invoiceId: string): Promise<string | undefined> {
  const row = await world.db.invoice.findUniqueOrThrow({
    where: { id: invoiceId },
    include: { scenarioVersion: { include: { scenario: true } } },
  });
  return row.scenarioVersion?.scenario.name;
}

const scenario = (name: string) => world.db.scenario.findFirstOrThrow({ where: { name } });

describe('the scenario of an invoice', () => {
  it('is the creditor’s default for that kind of customer when nothing nearer says otherwise', async () => {
    const consumer = await world.customer({ kind: 'consumer' });
    const state = await world.customer({ kind: 'public' });
    expect(await scenarioOf((await world.invoice(consumer.reference)).id)).toBe('J+15');
    expect(await scenarioOf((await world.invoice(state.reference)).id)).toBe('Échéance');
  });
  it('is the group’s before that, the customer’s before the group’s, and its own before all', async () => {
    const [byHand, dueDate, fifteen] = [
      await scenario('Relance à la main'),
      await scenario('Échéance'),
      await scenario('J+15'),
    ];
    const group = await world.db.customerGroup.create({
      data: {
        id: crypto.randomUUID(),
        creditorId: world.creditorId,
        name: 'Suivis de près',
        priority: 1,
        // Its criteria match nobody: its members are added by hand here.
        criteria: { any: [] },
        scenarioId: byHand.id,
      },
    });
    const { id, reference } = await world.customer({ kind: 'consumer' });
    await world.db.customer.update({ where: { id }, data: { groupId: group.id } });
    expect(await scenarioOf((await world.invoice(reference)).id)).toBe('Relance à la main');
    await world.db.customer.update({ where: { id }, data: { scenarioId: dueDate.id } });
    expect(await scenarioOf((await world.invoice(reference)).id)).toBe('Échéance');
    expect(await scenarioOf((await world.invoice(reference, { scenario_id: fifteen.id })).id)).toBe('J+15');
  });
});

describe('an invoice', () => {
  it('posted ten times at once is stored once; with other content it is a conflict', async () => {
    const { reference } = await world.customer();
    const input = invoiceInput.parse({
      number: 'F-TEN',
      customer_reference: reference,
      issued_on: '2026-10-01',
      due_on: '2026-10-31',
      total_cents: 100,
      currency: 'EUR',
    });
    const post = (more = {}) => createInvoice(world.db, world.context, { ...input, ...more });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => post()));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(outcomes.map(({ answer }) => answer.id)).size).toBe(1);
    const before = await photograph(world);
    expect(await refusal(post({ total_cents: 101 }))).toMatchObject({ kind: 'conflict' });
    expect(await photograph(world)).toEqual(before);
  });
  it('corrected here is the same one as it stands by now, and as it was first, but not as it never was', async () => {
    const { id, number, reference } = await owed({ case_file: { mission: 'Vente' } });
    const stranger = await world.customer();
    const again = (more: object) => world.invoice(reference, { number, case_file: { mission: 'Vente' }, ...more });
    await change(id, { due_on: '2026-12-31', payment_url: 'https://pay.example/1' });
    const before = await photograph(world);
    for (const said of [{}, { due_on: '2026-12-31' }, { due_on: '2026-12-31', payment_url: 'https://pay.example/1' }])
      expect(await again(said)).toEqual({ id, number });
    const due = { due_on: '2026-12-31' };
    for (const other of [
      { due_on: '2026-11-30' },
      { ...due, total_cents: 101_00 },
      { ...due, payment_url: 'https://pay.example/2' },
      { ...due, invoice_url: 'https://pay.example/1' },
      { ...due, case_file: { mission: 'Location' } },
      { ...due, case_file: null },
      { ...due, issued_on: '2026-10-02' },
      { ...due, initial_level: 1 },
      { ...due, currency: 'USD' },
      { ...due, customer_reference: stranger.reference },
    ])
      expect(await refusal(again(other))).toMatchObject({ code: 'other_content' });
    expect(await photograph(world)).toEqual(before);
  });
  it('that reached a level elsewhere counts that day for what comes after', async () => {
    const { id } = await owed({ initial_level: 2, initial_level_on: '2026-11-02' });
    expect(await world.read(id)).toMatchObject({ level: 2, cycle: 1 });
    const [record] = await world.all.stepRecord.findMany({ where: { invoiceId: id } });
    expect(record).toMatchObject({ level: 2, outcome: 'level_set', stepKey: null });
    expect(fromDateColumn(record!.on)).toBe('2026-11-02');
  });
  it('reached that level today when no day is given, and never in the future', async () => {
    const { id, reference } = await owed({ initial_level: 1 });
    const [record] = await world.all.stepRecord.findMany({ where: { invoiceId: id } });
    expect(fromDateColumn(record!.on)).toBe('2026-11-23');
    const before = await photograph(world);
    const late = world.invoice(reference, { initial_level: 1, initial_level_on: '2026-11-24' });
    expect(await refusal(late)).toMatchObject({ code: 'day_in_future' });
    expect(await photograph(world)).toEqual(before);
  });
  it('of an unknown customer or with another creditor’s scenario is refused and not stored', async () => {
    const stranger = await createWorld();
    const theirs = await stranger.db.scenario.findFirstOrThrow({});
    const { reference } = await world.customer();
    const before = await photograph(world);
    expect(await refusal(world.invoice('NOBODY'))).toMatchObject({ kind: 'invalid', code: 'unknown_customer' });
    expect(await refusal(world.invoice(reference, { scenario_id: theirs.id }))).toMatchObject({ code: 'unknown_id' });
    expect(await photograph(world)).toEqual(before);
  });
});

describe('a change', () => {
  it('raises the version, says in history what changed, and is told', async () => {
    const { id } = await owed();
    const { tellings } = await change(id, { due_on: '2026-12-31', case_file: { mission: 'DPE' } });
    expect(tellings).toEqual([{ invoiceId: id, signal: 'invoiceChanged', data: { fields: ['due_on', 'mission'] } }]);
    expect(await world.read(id)).toMatchObject({ version: 2, mission: 'DPE' });
    const entry = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId: id, kind: 'changed' } });
    expect(entry.data).toMatchObject({
      fields: ['due_on', 'mission'],
      dueOn: '2026-12-31',
      dueOnBefore: '2026-10-31',
    });
  });
  it('to what is there already changes nothing', async () => {
    const { id } = await owed();
    const before = await photograph(world);
    expect((await change(id, { due_on: '2026-10-31' })).tellings).toEqual([]);
    expect(await photograph(world)).toEqual(before);
  });
  it('of the total moves the balance', async () => {
    const { id, number } = await owed();
    await world.pay(number, 30_00);
    await change(id, { total_cents: 80_00 });
    expect(await world.read(id)).toMatchObject({ totalCents: 80_00, balanceCents: 50_00, paidCents: 30_00 });
  });
  it('of the total to what is paid ends the case', async () => {
    const { id, number } = await owed();
    await world.pay(number, 30_00);
    await change(id, { total_cents: 30_00 });
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 0 });
  });
  it('of the total below what is paid gives the excess back to the payment, unallocated', async () => {
    const { id, number } = await owed();
    await world.pay(number, 30_00, { external_id: 'P-EX1' });
    await world.pay(number, 20_00, { external_id: 'P-EX2' });
    await change(id, { total_cents: 25_00 });
    expect(await world.read(id)).toMatchObject({ closedAs: 'paid', balanceCents: 0, paidCents: 25_00 });
    const left = async (externalId: string) =>
      (await world.db.payment.findFirstOrThrow({ where: { externalId } })).unallocatedCents;
    expect([await left('P-EX1'), await left('P-EX2')]).toEqual([5_00, 20_00]);
  });
  it('of the scenario makes it follow that one’s current version', async () => {
    const { id } = await owed();
    await change(id, { scenario_id: (await scenario('Relance à la main')).id });
    expect(await scenarioOf(id)).toBe('Relance à la main');
    await change(id, { scenario_id: null });
    expect(await scenarioOf(id)).toBe('Échéance');
  });
  it('of what is planned from is refused once the case is over; the case file may still change', async () => {
    const { id } = await owed();
    await endCase(world.db, world.context, id, 'cancelled', reason);
    const before = await photograph(world);
    expect(await refusal(change(id, { due_on: '2026-12-31' }))).toMatchObject({ code: 'case_closed' });
    expect(await refusal(change(id, { total_cents: 1 }))).toMatchObject({ code: 'case_closed' });
    expect(await photograph(world)).toEqual(before);
    await change(id, { case_file: { report_status: 'remis' } });
    expect(await world.read(id)).toMatchObject({ reportStatus: 'remis', closedAs: 'cancelled' });
  });
  it('to a due date before the day of issue is refused', async () => {
    const { id } = await owed();
    const before = await photograph(world);
    expect(await refusal(change(id, { due_on: '2026-09-30' }))).toMatchObject({ code: 'due_before_issued' });
    expect(await photograph(world)).toEqual(before);
  });
});

describe('the end of a case', () => {
  it.each(['cancelled', 'written_off'] as const)('%s ends its holds, its tasks and its open step', async (closedAs) => {
    const { id, customerId } = await owed();
    const own = { creditorId: world.creditorId, customerId };
    await world.db.hold.create({
      data: {
        ...own,
        id: crypto.randomUUID(),
        invoiceId: id,
        kind: 'litigation',
        reason: 'x',
        sinceAt: NOW,
        createdBy: 'x',
      },
    });
    const step = await world.db.action.create({
      data: {
        ...own,
        id: crypto.randomUUID(),
        kind: 'email',
        mode: 'automatic',
        origin: 'step',
        dueAt: NOW,
        dueOn: NOW,
      },
    });
    const task = await world.db.action.create({
      data: { ...own, id: crypto.randomUUID(), kind: 'task', mode: 'manual', origin: 'task', dueAt: NOW, dueOn: NOW },
    });
    await world.all.actionInvoice.createMany({
      data: [step, task].map((action) => ({ actionId: action.id, invoiceId: id })),
    });
    await world.db.openStep.create({
      data: {
        ...own,
        invoiceId: id,
        cycle: 1,
        stepKey: 'r1',
        level: 1,
        kind: 'email',
        mode: 'automatic',
        dueAt: NOW,
        dueOn: NOW,
        rule: 'x',
        reasons: [],
        actionId: step.id,
      },
    });
    const { tellings } = await endCase(world.db, world.context, id, closedAs, reason);
    expect(tellings).toMatchObject([{ invoiceId: id, signal: 'invoiceChanged' }]);
    expect(await world.read(id)).toMatchObject({ closedAs, closedReason: 'Geste commercial', balanceCents: 100_00 });
    expect(await world.db.hold.count({ where: { invoiceId: id, endedAt: null } })).toBe(0);
    expect(await world.db.openStep.count({ where: { invoiceId: id } })).toBe(0);
    const actions = await world.db.action.findMany({ where: { id: { in: [step.id, task.id] } } });
    expect(actions.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });
  it('again for the same reason changes nothing; otherwise it is a conflict', async () => {
    const { id } = await owed();
    await endCase(world.db, world.context, id, 'cancelled', reason);
    const before = await photograph(world);
    expect((await endCase(world.db, world.context, id, 'cancelled', reason)).replayed).toBe(true);
    expect(await refusal(endCase(world.db, world.context, id, 'written_off', reason))).toMatchObject({
      code: 'case_closed',
    });
    expect(await refusal(endCase(world.db, world.context, id, 'cancelled', { reason: 'Autre' }))).toMatchObject({
      code: 'case_closed',
    });
    expect(await photograph(world)).toEqual(before);
  });
});
