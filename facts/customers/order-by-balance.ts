import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { readBalances } from './customer-view.ts';

/** A page of customers in the order of what they owe. `after`: the last row of the page before. */
export interface BalancePage {
  by: 'balance_cents' | 'overdue_cents';
  descending: boolean;
  take: number;
  after: { value: number; id: string } | null;
}

/**
 * The ids of a page. Sums are not stored, so all customers that fit `where` are summed and put in order here: two short
 * queries, whatever the page.
 */
export async function orderByBalance(
  db: Database,
  where: Prisma.CustomerWhereInput,
  moment: { currency: string; todayOn: string },
  page: BalancePage,
): Promise<string[]> {
  const customers = await db.customer.findMany({ where, select: { id: true } });
  const balances = await readBalances(db, where, moment);
  const sign = page.descending ? -1 : 1;
  const before = (a: { value: number; id: string }, b: { value: number; id: string }) =>
    sign * (a.value - b.value || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { after } = page;
  return customers
    .map(({ id }) => {
      const balance = balances.get(id);
      return { id, value: (page.by === 'balance_cents' ? balance?.balanceCents : balance?.overdueCents) ?? 0 };
    })
    .filter((row) => after === null || before(row, after) > 0)
    .sort(before)
    .slice(0, page.take)
    .map(({ id }) => id);
}
