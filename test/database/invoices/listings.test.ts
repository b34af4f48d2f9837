import { beforeAll, describe, expect, it } from 'vitest';
import { assignCustomers } from '../../../facts/customers/assign-customers.ts';
import { LISTING_SORTS, type ListingPage, readListedIds } from '../../../facts/cases/read-listings.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

/** Rows of the listings that are wrong, missing or too many. */
async function differences(): Promise<unknown[]> {
  return world.all.$queryRaw`
    (SELECT "invoiceId" FROM (TABLE invoice_listing_truth EXCEPT TABLE invoice_listings) missing)
    UNION ALL (SELECT "invoiceId" FROM (TABLE invoice_listings EXCEPT TABLE invoice_listing_truth) wrong)`;
}

const holdOf = (customerId: string, invoiceId: string | null, kind: 'dispute' | 'litigation' | 'customer_pause') => ({
  ...{ id: crypto.randomUUID(), creditorId: world.creditorId, customerId, invoiceId, kind },
  ...{ reason: 'x', sinceAt: NOW, createdBy: 'test' },
});

async function planned(customerId: string, invoiceId: string) {
  const when = { dueAt: NOW, dueOn: new Date('2026-11-23') };
  const own = {
    creditorId: world.creditorId,
    customerId,
    kind: 'email' as const,
    mode: 'to_confirm' as const,
    ...when,
  };
  const action = await world.db.action.create({ data: { ...own, id: crypto.randomUUID(), origin: 'step' } });
  const step = { cycle: 1, stepKey: 'r1', level: 1, rule: 'due_on+15', reasons: [] };
  await world.db.openStep.create({ data: { ...own, ...step, invoiceId, actionId: action.id } });
  return action;
}

const listing = (invoiceId: string) => world.db.invoiceListing.findUniqueOrThrow({ where: { invoiceId } });

describe('The listing of an invoice', () => {
  it('is what it has to be after every kind of change, in the transaction of the change', async () => {
    const customer = await world.customer({ name: 'Étude Œuvrard' });
    const { id, number } = await world.invoice(customer.reference);
    expect(await listing(id)).toMatchObject({ stage: 'unplanned', holds: [], level: 0 });
    const action = await planned(customer.id, id);
    expect(await listing(id)).toMatchObject({ stage: 'to_confirm', stepDueAt: NOW });
    await world.db.action.update({ where: { id: action.id }, data: { mode: 'automatic' } });
    expect(await listing(id)).toMatchObject({ stage: 'to_send' });
    const { id: hold } = await world.db.hold.create({ data: holdOf(customer.id, id, 'dispute') });
    const { id: pause } = await world.db.hold.create({ data: holdOf(customer.id, null, 'customer_pause') });
    expect(await listing(id)).toMatchObject({ stage: 'held', holds: ['dispute', 'customer_pause'] });
    await world.db.hold.update({ where: { id: hold }, data: { endedAt: NOW } });
    expect(await listing(id)).toMatchObject({ stage: 'held', holds: ['customer_pause'] });
    await world.db.hold.delete({ where: { id: pause } });
    await world.db.openStep.delete({ where: { invoiceId: id } });
    expect(await listing(id)).toMatchObject({ stage: 'unplanned', stepDueAt: null });
    await world.db.invoice.update({ where: { id }, data: { attentionCode: 'hard_bounce', nextLevel: 2, level: 1 } });
    expect(await listing(id)).toMatchObject({ stage: 'needs_attention', level: 1, nextLevel: 2 });
    const user = { name: 'Chargée', email: `${crypto.randomUUID()}@example.org`, role: 'collector' as const };
    const { id: collectorId } = await world.db.user.create({
      data: { ...user, id: crypto.randomUUID(), creditorId: world.creditorId },
    });
    await assignCustomers(world.db, world.context, { customer_ids: [customer.id], collector_id: collectorId });
    await world.db.customer.update({ where: { id: customer.id }, data: { name: 'Étude Zoé' } });
    expect(await listing(id)).toMatchObject({ collectorId });
    expect((await listing(id)).searchText).toContain('etude zoe');
    await world.credit(id, 50_00);
    expect(await differences()).toEqual([]);
    await world.pay(number, 1_000_00);
    expect(await listing(id)).toMatchObject({ stage: 'paid' });
    await world.invoice(customer.reference, { kind: 'credit_note', total_cents: 10_00 });
    expect(await differences()).toEqual([]);
  });

  it('shows both of two changes that nobody put in order', async () => {
    const customer = await world.customer();
    const { id } = await world.invoice(customer.reference);
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        world.db.hold.create({ data: holdOf(customer.id, id, 'litigation') }),
        world.db.invoice.update({ where: { id }, data: { level: round, attentionCode: round % 2 ? 'x' : null } }),
        world.db.customer.update({ where: { id: customer.id }, data: { name: `Nom ${round}` } }),
      ]);
    }
    expect(await differences()).toEqual([]);
  });

  it('would be found out if nothing kept it', async () => {
    const customer = await world.customer();
    const { id } = await world.invoice(customer.reference);
    await world.all.$executeRaw`UPDATE invoice_listings SET "balanceCents" = 1 WHERE "invoiceId" = ${id}::uuid`;
    expect(await differences()).toHaveLength(2);
    await world.db.invoice.update({ where: { id }, data: { level: 3 } });
    expect(await differences()).toEqual([]);
  });
});

describe('A page of listings', () => {
  it('goes on where the last one ended, in every order and both directions, those without a value last', async () => {
    const reader = await createWorld();
    const { reference } = await reader.customer();
    for (let day = 1; day <= 9; day += 1) {
      const dates = { issued_on: `2026-01-0${1 + (day % 3)}`, due_on: `2026-02-0${1 + (day % 4)}` };
      await reader.invoice(reference, { ...dates, total_cents: 100 * (day % 5) + 100 });
    }
    await reader.db.invoice.updateMany({ where: { totalCents: 300 }, data: { dueOn: null } });
    const filter = { all: [], oneOf: [Prisma.sql`"stage" = 'unplanned'`, Prisma.sql`"stage" = 'held'`] } as const;
    for (const column of Object.keys(LISTING_SORTS) as ListingPage['column'][])
      for (const descending of [false, true]) {
        const page = { column, descending, nullable: column === 'dueOn', take: 2 };
        const sorted = await reader.db.invoice.findMany({
          orderBy: [
            {
              [column]:
                column === 'dueOn' ? { sort: descending ? 'desc' : 'asc', nulls: 'last' } : descending ? 'desc' : 'asc',
            },
            { id: descending ? 'desc' : 'asc' },
          ],
        });
        const read: string[] = [];
        for (let after: ListingPage['after'] = null; ;) {
          const ids: string[] = await readListedIds(reader.db, reader.creditorId, filter, { ...page, after });
          read.push(...ids);
          const last = sorted.find(({ id }) => id === ids.at(-1));
          if (!last || ids.length < page.take) break;
          const value = last[column];
          after = { id: last.id, value: value instanceof Date ? value.toISOString() : value };
        }
        expect([column, descending, read]).toEqual([column, descending, sorted.map(({ id }) => id)]);
      }
  });
});
