import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// Under every filter and in every order, the list of customers has the same customers, each once, and as many as are counted.

const FEW = 450;
const MANY = 2_050;
const ORDERS = ['name', 'reference', 'created_at', 'balance_cents', 'overdue_cents'];

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let groupId: string;
let collectorId: string;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  const theirs = await api.newCreditor();
  [groupId, collectorId] = [randomUUID(), randomUUID()];
  const own = { creditorId: ours.id };
  await api.db.customerGroup.create({ data: { ...own, id: groupId, name: 'G', priority: 1, criteria: { all: [] } } });
  await api.db.user.create({
    data: { ...own, id: collectorId, name: 'Léa', email: `${collectorId}@example.org`, role: 'collector' },
  });
  await fill(ours.id, FEW, 'Foule');
  await fill(ours.id, MANY, 'Nombreux');
  await fill(theirs.id, 3, 'Foule');
});

// Deleted, because so many rows would slow down the tests of other files.
afterAll(async () => {
  const where = { creditorId: ours.id };
  await api.db.hold.deleteMany({ where });
  await api.db.invoice.deleteMany({ where });
  await api.db.customer.deleteMany({ where });
});

/** Every third customer is a consumer, owes something, and belongs to the collector; every fifth is in the group and paused. */
async function fill(creditorId: string, count: number, name: string): Promise<void> {
  const at = new Date('2026-11-01T09:00:00Z');
  const customers = Array.from({ length: count }, (_, index) => ({
    ...{ id: randomUUID(), creditorId, reference: `${name}-${index}`, name: `${name} ${index % 40}`, contentHash: '' },
    ...{
      addressLines: [],
      postalCode: '',
      city: 'Lyon',
      country: 'FR',
      tags: [],
      createdAt: new Date(+at + (index % 7)),
    },
    kind: index % 3 === 0 ? ('consumer' as const) : ('professional' as const),
    ...(creditorId === ours.id && index % 3 === 0 ? { collectorId } : {}),
    ...(creditorId === ours.id && index % 5 === 0 ? { groupId } : {}),
  }));
  await api.db.customer.createMany({ data: customers });
  await api.db.contact.createMany({
    data: customers.map(({ id, reference }) => ({
      id: randomUUID(),
      customerId: id,
      position: 0,
      name: `Contact ${reference}.`,
    })),
  });
  await api.db.invoice.createMany({
    data: customers
      .filter((_, index) => index % 3 === 0)
      .map(({ id, reference }, index) => ({
        ...{ id: randomUUID(), creditorId, customerId: id, number: `F-${reference}`, currency: 'EUR', contentHash: '' },
        ...{ issuedOn: at, dueOn: new Date(index % 2 === 0 ? '2026-11-05' : '2099-01-01') },
        ...{ totalCents: 1_000 + (index % 9), balanceCents: 1_000 + (index % 9) },
      })),
  });
  await api.db.hold.createMany({
    data: customers
      .filter((_, index) => index % 5 === 0)
      .map(({ id }) => ({
        ...{ id: randomUUID(), creditorId, customerId: id, kind: 'customer_pause' as const },
        ...{ reason: 'x', sinceAt: at, createdBy: 'x' },
      })),
  });
}

const get = (query: string, headers = {}) => api.ask('GET', `/v1/customers?${query}`, { key: ours.collector, headers });
const idsIn = (csv: string): string[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]!);

describe('the list of customers', () => {
  it.each([
    ['q=foule', FEW],
    ['q=Contact%20Foule-12.', 1],
    ['q=nombreux', MANY],
    ['q=no', MANY],
    ['reference=Foule-7', 1],
    ['q=foule&kind=consumer', FEW / 3],
    ['q=foule&late=true', FEW / 6],
    ['q=foule&late=false', FEW - FEW / 6],
    ['q=foule&hold=customer_pause', FEW / 5],
    ['q=foule&hold=dispute', 0],
    ['q=foule&collector_id=none', FEW - FEW / 3],
  ])('of %s has %i in every order, and as many are counted', async (filter, count) => {
    for (const order of ORDERS) {
      const { status, body } = await get(`${filter}&sort=-${order}&limit=3&count=true`);
      expect([status, body.total, body.data.length]).toEqual([200, count, Math.min(3, count)]);
    }
  });

  it('of a collector and of a group has theirs', async () => {
    const { body } = await get(`q=foule&collector_id=${collectorId}&group_id=${groupId}&count=true&sort=balance_cents`);
    expect(body.total).toBe(FEW / 15);
  });

  it('of nobody leads to their invoices: those of the collector’s customers are no part of them', async () => {
    const count = async (collector: string) =>
      (
        await api.ask('GET', `/v1/invoices?q=F-Foule&collector_id=${collector}&count=true&limit=1`, {
          key: ours.collector,
        })
      ).body.total;
    expect([await count(collectorId), await count('none')]).toEqual([FEW / 3, 0]);
    expect((await get('collector_id=nobody')).status).toBe(400);
  });

  it.each(ORDERS.flatMap((order) => [order, `-${order}`]))(
    'by %s is the same page by page and as CSV',
    async (order) => {
      const pages: Record<string, never>[] = [];
      for (let cursor = ''; ;) {
        const { body } = await get(`q=foule&sort=${order}&limit=120${cursor}`);
        pages.push(...body.data);
        if (body.next_cursor === null) break;
        cursor = `&cursor=${body.next_cursor}`;
      }
      const ids = pages.map(({ id }) => id);
      expect([ids.length, new Set(ids).size]).toEqual([FEW, FEW]);
      const { text } = await get(`q=foule&sort=${order}`, { Accept: 'text/csv' });
      expect(idsIn(text)).toEqual(ids);
      if (order.endsWith('_cents')) {
        const owed: number[] = pages.map((row) => row[order.replace('-', '')]!);
        expect(owed).toEqual(owed.toSorted((a, b) => (order.startsWith('-') ? b - a : a - b)));
        expect(new Set(owed).size).toBeGreaterThan(5);
      }
    },
  );
});
