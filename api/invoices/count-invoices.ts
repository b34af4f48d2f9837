import { z } from 'zod';
import { heldWhere, levelDueWhere, OPEN, statusWhere } from '../../facts/cases/case-status-filter.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { invoiceFilters, invoiceWhere } from './invoice-filters.ts';
import { type Reading, readingOf } from './reading.ts';

const counter = z.object({ count: z.int(), balance_cents: z.int() });
const counters = z.object({
  all: counter,
  r1: counter,
  r2: counter,
  r3: counter,
  exhausted: counter,
  litigation: counter,
  to_confirm: counter,
  needs_attention: counter,
});

export const countInvoicesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/counters',
  tag: 'Invoices',
  summary: 'How many invoices stand where, and their balances in the creditor’s currency',
  description:
    '`r1` to `r3` count what may go: a held level that has come is not in them. `all` is what has not ended, unless `status` says otherwise.',
  who: ['collector'],
  query: z.strictObject(invoiceFilters),
  answers: { 200: counters },
  handle: async (request) => {
    const { query, context } = request;
    const reading = await readingOf(request);
    const filtered = invoiceWhere(query, reading);
    const wanted = Object.entries(whereOf(reading, query.status !== undefined));
    const counted = await Promise.all(
      wanted.map(
        async ([name, where]) => [name, await count(context.db, reading, { AND: [filtered, where] })] as const,
      ),
    );
    return ok(Object.fromEntries(counted));
  },
});

/** What each counter counts. Credit notes are in none. */
function whereOf(
  { at, todayOn }: Reading,
  isStatusGiven: boolean,
): Record<keyof z.output<typeof counters>, Prisma.InvoiceWhereInput> {
  return {
    all: isStatusGiven ? { kind: 'invoice' } : OPEN,
    r1: levelDueWhere(1, todayOn),
    r2: levelDueWhere(2, todayOn),
    r3: levelDueWhere(3, todayOn),
    exhausted: statusWhere('exhausted', at),
    litigation: { ...OPEN, ...heldWhere('litigation') },
    to_confirm: statusWhere('to_confirm', at),
    needs_attention: statusWhere('needs_attention', at),
  };
}

/** Never two currencies in one sum. */
async function count(db: Database, { currency }: Reading, where: Prisma.InvoiceWhereInput) {
  const [total, sum] = await Promise.all([
    db.invoice.count({ where }),
    db.invoice.aggregate({ where: { AND: [where, { currency }] }, _sum: { balanceCents: true } }),
  ]);
  return { count: total, balance_cents: Number(sum._sum.balanceCents ?? 0) };
}
