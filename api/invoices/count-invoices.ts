import { z } from 'zod';
import { type CaseSet, levelDueSet, OPEN, statusSets } from '../../facts/cases/case-status-filter.ts';
import { type Counted, sumListings } from '../../facts/cases/sum-listings.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { hasEnded, type InvoiceFilters, invoiceFilters, listingFilter } from './invoice-filters.ts';
import { readingOf } from './reading.ts';

const counter = z.object({
  count: z.int(),
  balance_cents: z.int(),
  other_currencies: z
    .int()
    .optional()
    .describe(
      'How many of `count` are in another currency; their balances are not in `balance_cents`. Absent when there are none.',
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
    '`r1` to `r3` count the reminders that may be sent: invoices whose level has come but that are held are not in them. ' +
    '`all` counts open cases, unless `status` says otherwise. Balances are in the creditor’s currency, or in `currency`.',
  who: ['collector'],
  query: z.strictObject(invoiceFilters),
  answers: { 200: counters },
  handle: async (request) => {
    const { auth, query, context } = request;
    const reading = readingOf(request);
    const { all, oneOf } = listingFilter(query, reading);
    const filter = { all: [...all, query.status === undefined ? OPEN : INVOICES], oneOf };
    const counted = countedOf(query.status);
    return ok(await sumListings(context.db, auth.creditorId, filter, counted, reading.currency, reading));
  },
});

/** Excludes credit notes, which have no stage: no counter counts them. */
const INVOICES = Prisma.sql`"stage" IS NOT NULL`;

/** What each counter counts, out of what the filter lets through. Ended invoices are only in `all`. */
function countedOf(status: InvoiceFilters['status']): Counted<keyof z.output<typeof counters>> {
  const unlessEnded = (...sets: CaseSet[]) => (isEnded(status) ? [] : sets);
  return {
    all: [{}],
    r1: unlessEnded(levelDueSet(1)),
    r2: unlessEnded(levelDueSet(2)),
    r3: unlessEnded(levelDueSet(3)),
    exhausted: unlessEnded(...statusSets('exhausted')),
    litigation: unlessEnded({ inLitigation: true }),
    to_confirm: unlessEnded(...statusSets('to_confirm')),
    needs_attention: unlessEnded(...statusSets('needs_attention')),
  };
}

const isEnded = (status: InvoiceFilters['status']): boolean => status?.every(hasEnded) ?? false;
