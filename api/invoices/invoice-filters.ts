import { amountSearched } from '../../domain/format/amount-searched.ts';
import { z } from 'zod';
import { addDays } from '../../domain/calendar/local-date.ts';
import { CLOSED_AS, HOLD_KINDS } from '../../domain/case/state.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { heldWhere, levelDueWhere, type Moment, OPEN, statusWhere } from '../../facts/cases/case-status-filter.ts';
import type { ListingFilter } from '../../facts/cases/read-listings.ts';
import { foreignId, localDate, uuid } from '../../facts/inputs/fields.ts';
import { MAX_CENTS } from '../../domain/money/cents.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { CustomerKind } from '../../prisma/generated/enums.ts';
import { folded } from '../../domain/format/folded.ts';
import { literalPattern } from '../frame/containing.ts';
import { queryAnyOf, queryCollector, queryCurrency, queryInteger, queryText } from '../frame/fields.ts';

const days = queryInteger(-36_500, 36_500);

const MOST_IDS = 200;

/** `?ids=…,…`: selected invoices, e.g. those that a person has ticked. */
const idList = z
  .string()
  .max(MOST_IDS * 37)
  .transform((text) => text.split(','))
  .pipe(z.array(uuid).min(1).max(MOST_IDS));

/**
 * The filters of `GET /invoices`, of its counters and of runs. `status=open`: every case that has not ended;
 * `waiting,held`: cases with any of these statuses.
 */
export const invoiceFilters = {
  status: queryAnyOf([...CASE_STATUSES, 'open']).optional(),
  level_due: queryInteger(0, 9).optional(),
  level: queryInteger(0, 9).optional(),
  kind: z.enum(['invoice', 'credit_note']).optional(),
  customer_id: uuid.optional(),
  customer_kind: z.enum(CustomerKind).optional(),
  collector_id: queryCollector.optional(),
  currency: queryCurrency.optional(),
  scenario_id: uuid.optional(),
  referrer_id: uuid.optional(),
  notary_id: uuid.optional(),
  hold: z.enum([...HOLD_KINDS, 'any', 'none']).optional(),
  due_before: localDate.optional(),
  due_after: localDate.optional(),
  issued_before: localDate.optional(),
  days_late_min: days.optional(),
  days_late_max: days.optional(),
  min_balance_cents: queryInteger(0, MAX_CENTS).optional(),
  q: queryText.optional(),
  number: foreignId.optional(),
  ids: idList.optional(),
};

export type InvoiceFilters = z.output<z.ZodObject<typeof invoiceFilters>>;
type Sql = Prisma.Sql;

/** The filters as conditions on listings. Filters on days late, levels and holds exclude credit notes, which have none. */
export function listingFilter(filters: InvoiceFilters, moment: Moment): ListingFilter {
  const { todayOn } = moment;
  const isOpenAlone =
    filters.status?.every((one) => one === 'open' || !hasEnded(one)) && filters.status.includes('open');
  return {
    all: [
      ...(isOpenAlone ? [OPEN] : []),
      ...referenceWhere(filters),
      ...caseWhere(filters, moment),
      ...dayWhere(filters, todayOn),
      ...(filters.min_balance_cents === undefined ? [] : [balanceWhere(filters.min_balance_cents)]),
      ...(filters.q === undefined ? [] : [foundWhere(filters.q)]),
    ],
    oneOf: filters.status === undefined || isOpenAlone ? [Prisma.sql`true`] : anyStatus(filters.status, moment),
  };
}

/** One condition for each status; they exclude each other, because `open` already includes every status of an open case. */
function anyStatus(statuses: NonNullable<InvoiceFilters['status']>, moment: Moment): [Sql, ...Sql[]] {
  const told = statuses.includes('open') ? statuses.filter((one) => one === 'open' || hasEnded(one)) : statuses;
  const [first, ...others] = told.flatMap((one) => (one === 'open' ? [OPEN] : statusWhere(one, moment)));
  return [first!, ...others];
}

/** Whether this status is the end of a case. */
export const hasEnded = (status: string): boolean => CLOSED_AS.some((closed) => closed === status);

function referenceWhere(filters: InvoiceFilters): Sql[] {
  const { number, kind, currency, ids: chosen, customer_kind: customerKind } = filters;
  const ids = {
    customerId: filters.customer_id,
    collectorId: filters.collector_id,
    scenarioId: filters.scenario_id,
    referrerId: filters.referrer_id,
    notaryId: filters.notary_id,
  };
  return [
    ...(number === undefined ? [] : [Prisma.sql`"number" = ${number}`]),
    ...(currency === undefined ? [] : [Prisma.sql`"currency" = ${currency}`]),
    // The condition is given twice: the first is that of one index, the second is in every index.
    ...(kind === 'credit_note' ? [Prisma.sql`"kind" = 'credit_note' AND "stage" IS NULL`] : []),
    ...(kind === 'invoice' ? [Prisma.sql`"stage" IS NOT NULL`] : []),
    ...(chosen === undefined ? [] : [Prisma.sql`"invoiceId" = ANY(${chosen}::uuid[])`]),
    ...(customerKind === undefined ? [] : [customerKindWhere(customerKind)]),
    ...Object.entries(ids).flatMap(([column, id]) => (id === undefined ? [] : [idWhere(column, id)])),
  ];
}

const idWhere = (column: string, id: string): Sql =>
  id === 'none'
    ? Prisma.sql`${Prisma.raw(`"${column}"`)} IS NULL`
    : Prisma.sql`${Prisma.raw(`"${column}"`)} = ${id}::uuid`;

/**
 * The customer's kind is not in the listings, since it hardly narrows them: it is looked up for the invoices that the other
 * filters leave.
 */
const customerKindWhere = (kind: CustomerKind): Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM customers WHERE customers."id" = invoice_listings."customerId" AND customers."kind" = ${kind}::"CustomerKind")`;

function caseWhere({ level, level_due: levelDue, hold }: InvoiceFilters, moment: Moment): Sql[] {
  return [
    ...(levelDue === undefined ? [] : [levelDueWhere(levelDue, moment)]),
    ...(level === undefined ? [] : [Prisma.sql`"stage" IS NOT NULL AND "level" = ${level}`]),
    ...(hold === undefined ? [] : [holdWhere(hold)]),
  ];
}

function holdWhere(hold: NonNullable<InvoiceFilters['hold']>): Sql {
  if (hold === 'none') return Prisma.sql`${OPEN} AND "holds" IS NULL`;
  return hold === 'any' ? heldWhere() : heldWhere(hold);
}

function dayWhere(filters: InvoiceFilters, todayOn: string): Sql[] {
  const { due_before, due_after, issued_before, days_late_min: min, days_late_max: max } = filters;
  return [
    ...(due_before === undefined ? [] : [Prisma.sql`"dueOn" < ${due_before}::date`]),
    ...(due_after === undefined ? [] : [Prisma.sql`"dueOn" > ${due_after}::date`]),
    ...(issued_before === undefined ? [] : [Prisma.sql`"issuedOn" < ${issued_before}::date`]),
    ...(min === undefined ? [] : [Prisma.sql`"stage" IS NOT NULL AND "dueOn" <= ${addDays(todayOn, -min)}::date`]),
    ...(max === undefined ? [] : [Prisma.sql`"stage" IS NOT NULL AND "dueOn" >= ${addDays(todayOn, -max)}::date`]),
  ];
}

/** The literal `> 0` lets Postgres use the index on open balances. */
function balanceWhere(leastCents: number): Sql {
  const atLeast = Prisma.sql`"balanceCents" >= ${leastCents}::bigint`;
  return leastCents > 0 ? Prisma.sql`"balanceCents" > 0 AND ${atLeast}` : atLeast;
}

/**
 * A text written as an amount with two decimals, `1 234,56 €`, also searches the amounts: often all that is known of a
 * transfer without a reference.
 */
function foundWhere(q: string): Sql {
  const cents = amountSearched(q);
  if (cents === null || cents > MAX_CENTS) return textWhere(q);
  return Prisma.sql`(${textWhere(q)} OR "balanceCents" = ${cents}::bigint OR "totalCents" = ${cents}::bigint)`;
}

/**
 * Text anywhere in the number, the case's reference, or the customer's name and reference. One or two characters, for which
 * the index cannot search everywhere, have to begin a word.
 */
function textWhere(q: string): Sql {
  const text = folded(q);
  if ([...text].length > 2) return Prisma.sql`"searchText" LIKE ${`%${literalPattern(text)}%`}`;
  // Escapes only the characters that are special to Postgres: a backslash before a letter would be an error.
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return Prisma.sql`"searchText" ~ ${`(^|${BETWEEN_WORDS})${literal}`}`;
}

/** The separators are listed one by one, in ASCII: the index cannot use a class of all non-letters. */
const BETWEEN_WORDS = '[\u001f .,;:+&/()_\'"-]';
