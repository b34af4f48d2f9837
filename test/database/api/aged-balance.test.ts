import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { createWorld, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

// The balance by age, customer by customer: an accountant closes a month with it, and compares the product's other totals with it.

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let key: string;
let todayOn: string;

async function newWorld() {
  world = await createWorld();
  key = (await createKey(world.all, { creditorId: world.creditorId, name: 'Essai', role: 'collector' })).key;
  todayOn = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}

beforeAll(async () => {
  api = await sharedApi();
  await newWorld();
});

const ask = (path: string, headers: Record<string, string> = {}) => api.ask('GET', `/v1${path}`, { key, headers });
const read = async (path: string) => (await ask(path)).body;

/** An invoice that was due so many days ago; a negative number means days to come. */
async function owed(reference: string, daysLate: number, cents: number, currency = 'EUR') {
  const dueOn = addDays(todayOn, -daysLate);
  return world.invoice(reference, {
    issued_on: addDays(dueOn, -30),
    due_on: dueOn,
    total_cents: cents,
    currency,
  });
}

const free = (reference: string, cents: number, currency = 'EUR') =>
  world.pay('', cents, { allocations: [], customer_reference: reference, currency });

const creditNote = (reference: string, cents: number, currency = 'EUR') =>
  world.invoice(reference, {
    kind: 'credit_note',
    issued_on: '2026-01-10',
    due_on: undefined,
    total_cents: cents,
    currency,
  });

const litigate = (id: string) => openLitigation(world.db, world.context, id, { reason: 'Assignation' });

const AGES = ['not_due', 'days_0_30', 'days_31_60', 'days_61_90', 'over_90'] as const;
type Sums = Record<
  `${(typeof AGES)[number] | 'litigation' | 'credit_notes' | 'unallocated' | 'total'}_cents`,
  number
> & {
  currency: string;
};
const ofAges = (of: Sums) => AGES.map((age) => of[`${age}_cents`]);
const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);

type Line = Sums & { customer_id: string; name: string; oldest_due_on: string | null };

const columnOf = (sort: string) => (line: Line) => line[sort.replace(/^-/, '') as keyof Line];

/** The values of a column in the order of its sort: rows without a value come last in both directions. */
function inOrder(sort: string, lines: readonly Line[]) {
  const values = lines.map(columnOf(sort));
  const known = values.filter((value) => value !== null).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [...(sort.startsWith('-') ? known.toReversed() : known), ...values.filter((value) => value === null)];
}

/** Every row of the list, read page by page. */
async function walk(query: string): Promise<Line[]> {
  const seen = [];
  for (let cursor = ''; ;) {
    const { data, next_cursor: next } = await read(`/aged-balance?limit=2${query}${cursor}`);
    seen.push(...data);
    if (next === null) return seen;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}

describe('the balance of a customer', () => {
  it('puts each invoice where its age has it, to the day, and takes credit notes and free money off', async () => {
    const { id, reference } = await world.customer({ name: 'Lagarde' });
    for (const [daysLate, cents] of [
      [-1, 1_00],
      [0, 2_00],
      [30, 4_00],
      [31, 8_00],
      [60, 16_00],
      [61, 32_00],
      [90, 64_00],
      [91, 128_00],
    ] as const)
      await owed(reference, daysLate, cents);
    const partly = await owed(reference, 200, 1_000_00);
    await world.pay(partly.number, 400_00);
    await litigate(partly.id);
    await creditNote(reference, 50_00);
    await free(reference, 5_00);
    const [line] = (await read('/aged-balance')).data;
    expect(line).toEqual({
      customer_id: id,
      reference,
      name: 'Lagarde',
      collector: null,
      group: null,
      currency: 'EUR',
      not_due_cents: 1_00,
      days_0_30_cents: 6_00,
      days_31_60_cents: 24_00,
      days_61_90_cents: 96_00,
      over_90_cents: 728_00,
      litigation_cents: 600_00,
      credit_notes_cents: -50_00,
      unallocated_cents: 5_00,
      total_cents: 800_00,
      oldest_due_on: addDays(todayOn, -200),
      oldest_days_late: 200,
      erased: false,
    });
  });

  it('has what was cancelled, written off or paid no more, and leaves out whoever owes nothing', async () => {
    const { reference } = await world.customer({ name: 'Soldé' });
    const [paid, cancelled, lost] = [
      await owed(reference, 5, 10_00),
      await owed(reference, 5, 20_00),
      await owed(reference, 5, 30_00),
    ];
    await world.pay(paid.number, 10_00);
    await endCase(world.db, world.context, cancelled.id, 'cancelled', { reason: 'Erreur' });
    await endCase(world.db, world.context, lost.id, 'written_off', { reason: 'Perdu' });
    expect((await walk('')).map(({ name }) => name)).not.toContain('Soldé');
    await free(reference, 7_00);
    const [line] = await walk(`&q=Sold%C3%A9`);
    expect(line).toMatchObject({
      total_cents: -7_00,
      unallocated_cents: 7_00,
      oldest_due_on: null,
      oldest_days_late: null,
    });
  });
});

interface Thing {
  of: 'litigated' | 'paid in part' | 'open' | 'written off' | 'credit note' | 'free money';
  currency: string;
  daysLate: number;
  cents: number;
}

/** A customer's invoice: the amount, its currency, how late it is, and what became of it. */
const things: fc.Arbitrary<Thing[]> = fc.array(
  fc.record<Thing>({
    of: fc.constantFrom('litigated', 'paid in part', 'open', 'written off', 'credit note', 'free money'),
    currency: fc.constantFrom('EUR', 'USD'),
    daysLate: fc.oneof(fc.constant(0), ...[-40, 31, 91].map((min) => fc.integer({ min, max: min + 80 }))),
    cents: fc.integer({ min: 2, max: 900_000 }),
  }),
  { minLength: 1, maxLength: 5 },
);

async function bring(reference: string, { of, currency, daysLate, cents }: Thing) {
  if (of === 'free money') return free(reference, cents, currency);
  if (of === 'credit note') return creditNote(reference, cents, currency);
  const { id, number } = await owed(reference, daysLate, cents, currency);
  if (of === 'litigated') return litigate(id);
  if (of === 'paid in part') return world.pay(number, Math.floor(cents / 2), { currency });
  return of === 'written off' ? endCase(world.db, world.context, id, 'written_off', { reason: 'Perdu' }) : null;
}

it('its sums are those of the dashboard, of Contentieux and of the customers, in each currency and order, whatever is open', async () => {
  await newWorld();
  await fc.assert(
    fc.asyncProperty(things, async (brought) => {
      const { reference } = await world.customer({ name: `Client ${brought.length}` });
      for (const thing of brought) await bring(reference, thing);
      const { data: totals } = await read('/aged-balance/totals');
      for (const currency of ['EUR', 'USD']) {
        const asked = `&currency=${currency}`;
        const lines = await walk(asked);
        for (const sort of ['name', '-name', 'total_cents', 'oldest_due_on', '-oldest_due_on', '-over_90_cents']) {
          const walked = await walk(`${asked}&sort=${sort}`);
          expect(new Set(walked)).toEqual(new Set(lines));
          expect([sort, ...walked.map(columnOf(sort))]).toEqual([sort, ...inOrder(sort, walked)]);
        }
        const total: Sums | undefined = totals.find((one: Sums) => one.currency === currency);
        const whole = (of: (line: Sums) => number) => sum(lines.map(of));
        for (const name of [...AGES, 'litigation', 'credit_notes', 'unallocated', 'total'] as const)
          expect([name, total?.[`${name}_cents`] ?? 0]).toEqual([name, whole((line) => line[`${name}_cents`])]);
        const { ageing, overdue_cents: overdue } = await read(`/dashboard?currency=${currency}`);
        const ages = total ? ofAges(total) : AGES.map(() => 0);
        expect(ages).toEqual(ageing.map((bucket: { balance_cents: number }) => bucket.balance_cents));
        const dueToday = await read(`/invoices/counters?currency=${currency}&days_late_min=0&days_late_max=0`);
        expect(overdue + dueToday.all.balance_cents).toBe(sum(ages.slice(1)));
        const { all, litigation } = await read(`/invoices/counters?currency=${currency}`);
        expect([all.balance_cents, litigation.balance_cents]).toEqual([sum(ages), total?.litigation_cents ?? 0]);
        const { data: customers } = await read(`/customers?limit=200&currency=${currency}`);
        for (const { id, balance_cents: balance, unallocated_cents: unallocated } of customers) {
          const line = lines.find(({ customer_id: one }) => one === id);
          expect(line?.total_cents ?? 0).toBe(balance - unallocated);
          expect(line ? sum(ofAges(line)) + line.credit_notes_cents : 0).toBe(balance);
        }
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

describe('the list', () => {
  beforeAll(newWorld);

  it('goes by what is owed, by the oldest debt or by name, and is narrowed by collector, nobody’s, group and text', async () => {
    const { db, creditorId } = world;
    const id = crypto.randomUUID();
    await db.user.create({ data: { id, creditorId, name: 'Léa', email: `${id}@example.org`, role: 'collector' } });
    const [ange, bea, zoe] = [
      await world.customer({ name: 'Ange', collector_id: id }),
      await world.customer({ name: 'Béa' }),
      await world.customer({ name: 'Zoé' }),
    ];
    // Made by hand after the customers, so that none belongs to it by a rule.
    const group = crypto.randomUUID();
    await db.customerGroup.create({
      data: { id: group, creditorId, name: 'Grands', priority: 1, criteria: { all: [] } },
    });
    await db.customer.update({ where: { id: bea.id }, data: { groupId: group } });
    await owed(ange.reference, 5, 10_00);
    await owed(bea.reference, 95, 5_00);
    await creditNote(zoe.reference, 90_00);
    const names = async (query: string) => (await walk(query)).map(({ name }) => name);
    expect(await names('')).toEqual(['Ange', 'Béa', 'Zoé']);
    expect([
      (await read('/aged-balance?count=true')).total,
      (await read('/aged-balance?count=true&q=zoe')).total,
    ]).toEqual([3, 1]);
    expect(await names('&sort=total_cents')).toEqual(['Zoé', 'Béa', 'Ange']);
    expect(await names('&sort=oldest_due_on')).toEqual(['Béa', 'Ange', 'Zoé']);
    expect(await names('&sort=-oldest_due_on')).toEqual(['Ange', 'Béa', 'Zoé']);
    expect(await names('&sort=-over_90_cents')).toEqual([
      'Béa',
      ...['Ange', 'Zoé'].toSorted((a, b) => idOf(b) - idOf(a)),
    ]);
    expect(await names(`&collector_id=${id}`)).toEqual(['Ange']);
    expect(await names('&collector_id=none')).toEqual(['Béa', 'Zoé']);
    expect(await names(`&group_id=${group}`)).toEqual(['Béa']);
    expect(await names('&q=zoe')).toEqual(['Zoé']);
    expect((await walk(`&collector_id=${id}`))[0]).toMatchObject({ collector: { id, name: 'Léa' } });
    const { data: totals } = await read(`/aged-balance/totals?collector_id=${id}`);
    expect(totals).toEqual([expect.objectContaining({ currency: 'EUR', customers: 1, total_cents: 10_00 })]);

    function idOf(name: string): number {
      return [ange, bea, zoe]
        .map((one) => one.id)
        .toSorted()
        .indexOf({ Ange: ange, Béa: bea, Zoé: zoe }[name]!.id);
    }
  });

  it('is one line for each customer in a file for accountants, without formulas, and in the API’s own for programs', async () => {
    const { reference } = await world.customer({ name: '=SOMME(A1)', reference: 'C;1' });
    await owed(reference, 12, 1_234_56);
    await free(reference, 34_56);
    const sheet = await ask('/exports/aged-balance.csv?q=SOMME');
    expect(sheet.headers.get('content-disposition')).toContain(`balance-agee-${todayOn}.csv`);
    const [head, line, ...rest] = sheet.text.split('\r\n');
    expect(head).toContain('Référence client;Client;Chargé de recouvrement;Groupe;Devise;Non échu;0 à 30 jours');
    const dueOn = addDays(todayOn, -12).split('-').toReversed().join('/');
    expect(line).toBe(`"C;1";'=SOMME(A1);;Grands;EUR;0,00;1234,56;0,00;0,00;0,00;0,00;-34,56;1200,00;0,00;${dueOn};12`);
    expect(rest).toEqual(['']);
    const csv = await ask('/aged-balance', { Accept: 'text/csv' });
    expect(csv.text.trim().split('\r\n')).toHaveLength(1 + (await walk('')).length);
    expect(csv.text).toContain('customer_id,reference,name,collector_id,collector_name,group_id,group_name,currency');
  });

  it('is nobody’s but the creditor’s, and for whoever works the cases', async () => {
    const other = await api.newCreditor();
    for (const path of ['/aged-balance', '/aged-balance/totals'])
      expect((await api.ask('GET', `/v1${path}`, { key: other.collector })).body.data).toEqual([]);
    const sheet = await api.ask('GET', '/v1/exports/aged-balance.csv', { key: other.collector });
    expect(sheet.text.trim().split('\r\n')).toHaveLength(1);
    for (const path of ['/aged-balance', '/aged-balance/totals', '/exports/aged-balance.csv']) {
      expect((await api.ask('GET', `/v1${path}`, { key: other.payments })).status).toBe(403);
      expect((await ask(`${path}?at_on=2026-01-01`)).status).toBe(400);
    }
    expect((await ask('/aged-balance?sort=kind')).status).toBe(400);
  });
});
