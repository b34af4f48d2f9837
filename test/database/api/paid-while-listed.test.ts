import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { listCustomersEndpoint } from '../../../api/customers/list-customers.ts';
import { listInvoicesEndpoint } from '../../../api/invoices/list-invoices.ts';
import { forCreditor } from '../../../prisma/scope.ts';
import { sharedApi } from './running-api.ts';

interface Listed {
  data: { balance_cents: number }[];
  next_cursor: string | null;
}

const OWED = [300_00, 200_00, 100_00];

/** Three customers who owe that amount, one invoice each. */
async function owing() {
  const api = await sharedApi();
  const { id: creditorId, slug } = await api.newCreditor();
  const own = { creditorId, contentHash: '' };
  const [issuedOn, dueOn] = [new Date('2026-01-02'), new Date('2026-02-02')];
  const ids = OWED.map(() => ({ customerId: randomUUID(), id: randomUUID() }));
  const place = { addressLines: [], postalCode: '', city: 'Lyon', country: 'FR', tags: [] };
  await api.db.customer.createMany({
    data: ids.map(({ customerId: id }) => ({ ...own, ...place, id, reference: id, name: 'Martin', kind: 'consumer' })),
  });
  await api.db.invoice.createMany({
    data: ids.map((one, index) => {
      const money = { currency: 'EUR', totalCents: OWED[index]!, balanceCents: OWED[index]! };
      return { ...own, ...one, number: one.id, issuedOn, dueOn, ...money };
    }),
  });
  return { api, creditorId, slug, first: ids[0]! };
}

it.each([
  ['customers', '-balance_cents', listCustomersEndpoint],
  ['customers', '-overdue_cents', listCustomersEndpoint],
  ['invoices', '-balance_cents', listInvoicesEndpoint],
] as const)(
  'What is paid while a page of %s by %s is read leaves nobody out of the next one',
  async (_of, sort, list) => {
    const { api, creditorId, slug, first } = await owing();
    let isPaid = false;
    // The list first reads the order and then the rows: the money comes in between.
    const pays = async <Args, Result>({ args, query }: { args: Args; query: (args: Args) => Promise<Result> }) => {
      if (!isPaid)
        await api.db.invoice.update({ where: { id: first.id }, data: { balanceCents: 0, closedAs: 'paid' } });
      isPaid = true;
      return query(args);
    };
    const db = api.db.$extends({ query: { customer: { findMany: pays }, invoice: { findMany: pays } } });
    const page = async (cursor?: string) => {
      const request = {
        ...{ at: new Date(), params: {}, headers: {}, accepts: () => 'application/json' },
        auth: { creditorId, slug, timeZone: 'Europe/Paris', currency: 'EUR' },
        query: { limit: 1, sort, ...(cursor ? { cursor } : {}) },
        context: { ...api.context, db: forCreditor(db, creditorId) },
      };
      const { body } = (await list.handle(request as never)) as unknown as { body: Listed };
      return body;
    };
    const { data, next_cursor: cursor } = await page();
    expect(data).toMatchObject([{ balance_cents: 0 }]);
    expect((await page(cursor!)).data).toMatchObject([{ balance_cents: 200_00 }]);
  },
);
