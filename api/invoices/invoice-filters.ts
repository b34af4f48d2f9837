import { z } from 'zod';
import { addDays } from '../../domain/calendar/local-date.ts';
import { heldWhere, levelDueWhere, OPEN, statusWhere } from '../../facts/cases/case-status-filter.ts';
import { foreignId, localDate } from '../../facts/inputs/fields.ts';
import { MAX_CENTS } from '../../domain/money/cents.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { containing } from '../frame/containing.ts';
import { queryInteger, queryText, uuid } from '../frame/fields.ts';
import { CASE_STATUSES, HOLD_KINDS } from './invoice-schema.ts';
import type { Reading } from './reading.ts';

const days = queryInteger(-36_500, 36_500);

/** The filters of `GET /invoices`, of its counters and of runs. `status=open`: every case that has not ended. */
export const invoiceFilters = {
  status: z.enum([...CASE_STATUSES, 'open']).optional(),
  level_due: queryInteger(0, 9).optional(),
  level: queryInteger(0, 9).optional(),
  kind: z.enum(['invoice', 'credit_note']).optional(),
  customer_id: uuid.optional(),
  collector_id: uuid.optional(),
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
};

export type InvoiceFilters = z.output<z.ZodObject<typeof invoiceFilters>>;
type Where = Prisma.InvoiceWhereInput;

/** The filters as a query. Those about days late, levels and holds leave credit notes out: they have none. */
export function invoiceWhere(filters: InvoiceFilters, reading: Pick<Reading, 'at' | 'todayOn'>): Where {
  const { number, kind, customer_id: customerId, referrer_id: referrerId, notary_id: notaryId } = filters;
  return {
    AND: [
      ...columnsWhere({ number, kind, customerId, referrerId, notaryId }),
      ...(filters.collector_id ? [{ customer: { collectorId: filters.collector_id } }] : []),
      ...(filters.scenario_id ? [{ scenarioVersion: { scenarioId: filters.scenario_id } }] : []),
      ...caseWhere(filters, reading),
      ...dayWhere(filters, reading.todayOn),
      ...(filters.min_balance_cents === undefined ? [] : [{ balanceCents: { gte: filters.min_balance_cents } }]),
      ...(filters.q === undefined ? [] : [textWhere(filters.q)]),
    ],
  };
}

function columnsWhere(columns: Record<string, string | undefined>): Where[] {
  return Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [{ [column]: value }]));
}

function caseWhere(
  { status, level, level_due: levelDue, hold }: InvoiceFilters,
  reading: Pick<Reading, 'at' | 'todayOn'>,
): Where[] {
  return [
    ...(status === undefined ? [] : [status === 'open' ? OPEN : statusWhere(status, reading.at)]),
    ...(levelDue === undefined ? [] : [levelDueWhere(levelDue, reading.todayOn)]),
    ...(level === undefined ? [] : [{ kind: 'invoice' as const, level }]),
    ...(hold === undefined ? [] : [holdWhere(hold)]),
  ];
}

function holdWhere(hold: NonNullable<InvoiceFilters['hold']>): Where {
  if (hold === 'any') return { ...OPEN, ...heldWhere() };
  return hold === 'none' ? { ...OPEN, NOT: heldWhere() } : { ...OPEN, ...heldWhere(hold) };
}

function dayWhere(filters: InvoiceFilters, todayOn: string): Where[] {
  const { due_before, due_after, issued_before, days_late_min: min, days_late_max: max } = filters;
  return [
    ...(due_before === undefined ? [] : [{ dueOn: { lt: toDateColumn(due_before) } }]),
    ...(due_after === undefined ? [] : [{ dueOn: { gt: toDateColumn(due_after) } }]),
    ...(issued_before === undefined ? [] : [{ issuedOn: { lt: toDateColumn(issued_before) } }]),
    ...(min === undefined ? [] : [{ kind: 'invoice' as const, dueOn: { lte: toDateColumn(addDays(todayOn, -min)) } }]),
    ...(max === undefined ? [] : [{ kind: 'invoice' as const, dueOn: { gte: toDateColumn(addDays(todayOn, -max)) } }]),
  ];
}

/** Text anywhere in the number, the case's reference, or the customer's name and reference. */
function textWhere(q: string): Where {
  const has = containing(q);
  return {
    OR: [{ number: has }, { caseReference: has }, { customer: { OR: [{ name: has }, { reference: has }] } }],
  };
}
