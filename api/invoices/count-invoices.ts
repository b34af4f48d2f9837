import { z } from 'zod';
import { heldWhere, levelDueWhere, OPEN, statusWhere } from '../../facts/cases/case-status-filter.ts';
import { anyOf, sumListings } from '../../facts/cases/read-listings.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { hasEnded, type InvoiceFilters, invoiceFilters, listingFilter } from './invoice-filters.ts';
import { type Reading, readingOf } from './reading.ts';

type Sql = Prisma.Sql;

const counter = z.object({
  count: z.int(),
  balance_cents: z.int(),
  other_currencies: z
    .int()
    .optional()
    .describe(
      'How many of `count` are in another currency, their balances not in `balance_cents`. Absent where none is.',
    ),
});
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
  summary: 'Count invoices by where they stand, with their balances in one currency',
  description:
    '`r1` to `r3` count what may go: a held level that has come is not in them. `all` is what has not ended, unless `status` says otherwise. ' +
    'Balances are in the creditor’s currency, or in that of `currency`.',
  who: ['collector'],
  query: z.strictObject(invoiceFilters),
  answers: { 200: counters },
  handle: async (request) => {
    const { auth, query, context } = request;
    const reading = readingOf(request);
    const filter = listingFilter(query, reading);
    const wanted = whereOf(reading, query.status);
    return ok(await sumListings(context.db, auth.creditorId, filter, wanted, reading.currency, reading));
  },
});

/**
 * What each counter counts. Credit notes are in none. Ended invoices are only in `all`, and only when `status` asks for
 * them.
 */
function whereOf(
  { at, todayOn }: Reading,
  status: InvoiceFilters['status'],
): Record<keyof z.output<typeof counters>, Sql> {
  const unless = (where: Sql) => (isEnded(status) ? Prisma.sql`false` : where);
  return {
    all: status === undefined ? OPEN : Prisma.sql`"stage" IS NOT NULL`,
    r1: unless(levelDueWhere(1, todayOn)),
    r2: unless(levelDueWhere(2, todayOn)),
    r3: unless(levelDueWhere(3, todayOn)),
    exhausted: unless(anyOf(statusWhere('exhausted', at))),
    litigation: unless(heldWhere('litigation')),
    to_confirm: unless(anyOf(statusWhere('to_confirm', at))),
    needs_attention: unless(anyOf(statusWhere('needs_attention', at))),
  };
}

const isEnded = (status: InvoiceFilters['status']): boolean => status?.every(hasEnded) ?? false;
