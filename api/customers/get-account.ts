import { z } from 'zod';
import { daysBetween } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { type CaseRow, caseStatus, holdsOf, nextStep, readCases } from '../../facts/cases/case-view.ts';
import { readBalances, readUnallocated } from '../../facts/customers/customer-view.ts';
import { readLastComments } from '../../facts/customers/last-comments.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams, queryBoolean, queryCurrency } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { holdBody } from '../invoices/dunning-body.ts';
import { hold } from '../invoices/invoice-schema.ts';
import { type Reading, readingOf } from '../invoices/reading.ts';

const item = z.object({
  invoice_id: z.string(),
  number: z.string(),
  kind: z.enum(['invoice', 'credit_note']),
  issued_on: z.iso.date(),
  due_on: z.iso.date().nullable(),
  days_late: z.int().nullable(),
  total_cents: z.int(),
  balance_cents: z.int(),
  currency: z.string(),
  status: z.enum(CASE_STATUSES).nullable().meta({ description: 'Null for a credit note, which is never reminded.' }),
  letter_made_on: z.iso
    .date()
    .nullable()
    .describe('When the letter was made that a person has to post; null when there is none.'),
  level: z.int(),
  holds: z.array(hold),
  last_comment: z.string().nullable(),
});

export const getAccountEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/{id}/account',
  tag: 'Customers',
  summary: 'Get a customer’s statement of account: what is open; with `closed=true` what is closed too',
  description: 'The sums are of one currency, the creditor’s own unless `currency` says otherwise.',
  who: ['collector'],
  params: idParams,
  query: z.strictObject({
    closed: queryBoolean.default(false),
    currency: queryCurrency.optional(),
  }),
  answers: {
    200: z.object({
      items: z.array(item),
      currency: z.string(),
      balance_cents: z.int(),
      overdue_cents: z.int(),
      unallocated_cents: z.int(),
    }),
  },
  handle: async (request) => {
    const { params, query, context } = request;
    const { db } = context;
    const customer = await db.customer.findFirst({ where: { id: params.id }, select: { id: true } });
    if (!customer) throw notHere();
    const reading = readingOf(request);
    const { currency } = reading;
    const rows = await readCases(db, {
      where: { customerId: customer.id, ...(query.closed ? {} : { closedAs: null }) },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    });
    const comments = await readLastComments(
      db,
      rows.map(({ id }) => id),
    );
    const balances = await readBalances(db, [customer.id], reading);
    const { balanceCents, overdueCents } = balances.get(customer.id) ?? { balanceCents: 0, overdueCents: 0 };
    return ok({
      items: rows.map((row) => accountItem(row, reading, comments.get(row.id) ?? null)),
      currency,
      balance_cents: balanceCents,
      overdue_cents: overdueCents,
      unallocated_cents: (await readUnallocated(db, [customer.id], currency)).get(customer.id) ?? 0,
    });
  },
});

function accountItem(row: CaseRow, reading: Reading, lastComment: string | null) {
  const madeAt = nextStep(row)?.madeAt ?? null;
  return {
    invoice_id: row.id,
    number: row.number,
    kind: row.kind,
    issued_on: fromDateColumn(row.issuedOn),
    due_on: row.dueOn ? fromDateColumn(row.dueOn) : null,
    days_late: row.dueOn ? daysBetween(fromDateColumn(row.dueOn), reading.todayOn) : null,
    total_cents: row.totalCents,
    balance_cents: row.balanceCents,
    currency: row.currency,
    status: caseStatus(row, reading),
    letter_made_on: madeAt && localDate(madeAt.toISOString(), reading.timeZone),
    level: row.level,
    holds: holdsOf(row).map((hold) => holdBody(hold, reading.language)),
    last_comment: lastComment,
  };
}
