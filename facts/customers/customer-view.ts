import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { CUSTOMER_HOLDS_IN_FORCE } from '../case-facts.ts';

const NAMED = { select: { id: true, name: true } } as const;

const PARTS = {
  contacts: { orderBy: { position: 'asc' } },
  group: { select: { id: true, name: true, scenario: NAMED } },
  scenario: NAMED,
  holds: { ...CUSTOMER_HOLDS_IN_FORCE, orderBy: { sinceAt: 'asc' } },
} as const;

/** Reads customers with their relations, in the order asked for: one query for each relation. */
export async function readCustomers(
  db: Database,
  query: Pick<Prisma.CustomerFindManyArgs, 'where' | 'orderBy' | 'take'>,
) {
  return db.customer.findMany({ ...query, include: PARTS });
}

export type CustomerRow = Awaited<ReturnType<typeof readCustomers>>[number];

/**
 * What customers owe in one currency, by customer id: credit notes lower the balance; overdue is what was due before
 * `todayOn`.
 */
export async function readBalances(
  db: Database,
  ids: readonly string[],
  { currency, todayOn }: { currency: string; todayOn: string },
): Promise<Map<string, { balanceCents: number; overdueCents: number }>> {
  const of = { currency, customerId: { in: [...ids] } };
  const sum = { by: ['customerId'], _sum: { balanceCents: true } } as const;
  const [all, overdue] = await Promise.all([
    db.invoice.groupBy({ ...sum, by: ['customerId'], where: { ...of, closedAs: null } }),
    db.invoice.groupBy({
      ...sum,
      by: ['customerId'],
      where: { ...of, kind: 'invoice', closedAs: null, dueOn: { lt: toDateColumn(todayOn) } },
    }),
  ]);
  const overdueById = new Map(overdue.map((row) => [row.customerId, Number(row._sum.balanceCents ?? 0)]));
  return new Map(
    all.map((row) => [
      row.customerId,
      { balanceCents: Number(row._sum.balanceCents ?? 0), overdueCents: overdueById.get(row.customerId) ?? 0 },
    ]),
  );
}

/**
 * Money received from customers and not allocated, in one currency, by customer id. Customers without any are absent.
 */
export async function readUnallocated(
  db: Database,
  ids: readonly string[],
  currency: string,
): Promise<Map<string, number>> {
  const free = await db.payment.groupBy({
    by: ['customerId'],
    where: { customerId: { in: [...ids] }, currency, unallocatedCents: { gt: 0 } },
    _sum: { unallocatedCents: true },
  });
  return new Map(free.map((row) => [row.customerId, Number(row._sum.unallocatedCents ?? 0)]));
}
