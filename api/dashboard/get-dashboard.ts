import { z } from 'zod';
import { readDso, readPromises, readRecovered } from '../../facts/dashboard/collected.ts';
import { countLateCustomers, type DashboardQuery, type OwedAtLevel, readOwed } from '../../facts/dashboard/owed.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { queryCurrency } from '../frame/fields.ts';
import { readingOf } from '../invoices/reading.ts';

/** Levels that are shown even when no invoice is at them. */
const ALWAYS = [0, 1, 2, 3];
const BUCKETS = {
  not_due: 'notDueCents',
  '0_30': 'upTo30Cents',
  '31_60': 'upTo60Cents',
  '61_90': 'upTo90Cents',
  over_90: 'beyondCents',
} as const satisfies Record<string, keyof OwedAtLevel>;

const DESCRIPTION = [
  'Open invoices of one currency, the creditor’s unless `currency` says otherwise; held ones count.',
  '`by_level` is of overdue ones by the level reached.',
  '`dso_days`: what is owed today, over what was billed in the last 90 days, times 90; credit notes are off both; null when nothing was billed.',
  '`recovered_by_level`: payments of the last 365 days by the level that the invoice had reached on the day of the payment.',
].join(' ');

export const getDashboardEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/dashboard',
  tag: 'Dashboard',
  summary: 'Get the dashboard: where the portfolio stands',
  description: DESCRIPTION,
  who: ['collector'],
  query: z.strictObject({
    currency: queryCurrency.optional(),
    collector_id: uuid.optional(),
  }),
  answers: {
    200: z
      .object({
        currency: z.string(),
        today_on: z.iso.date(),
        now_at: z.iso.datetime().meta({ description: 'The instant of the figures, on the product’s clock.' }),
        total_due_cents: z.int(),
        overdue_cents: z.int(),
        late_customers: z.int(),
        by_level: z.array(z.object({ level: z.int(), count: z.int(), balance_cents: z.int() })),
        ageing: z.array(z.object({ bucket: z.enum(Object.keys(BUCKETS)), balance_cents: z.int() })),
        dso_days: z.int().nullable(),
        promises: z.object({ open: z.int(), open_cases: z.int(), kept: z.int(), broken: z.int() }),
        recovered_by_level: z.array(z.object({ level: z.int(), count: z.int(), amount_cents: z.int() })),
      })
      .meta({ id: 'Dashboard' }),
  },
  handle: async (request) => {
    const { query, auth, at, context } = request;
    const { db } = context;
    const { currency, todayOn } = readingOf(request);
    const asked: DashboardQuery = {
      creditorId: auth.creditorId,
      currency,
      collectorId: query.collector_id ?? null,
      todayOn,
    };
    const [owed, lateCustomers, dsoDays, promises, recovered] = await Promise.all([
      readOwed(db, asked),
      countLateCustomers(db, asked),
      readDso(db, asked),
      readPromises(db, asked),
      readRecovered(db, asked),
    ]);
    const total = (name: keyof OwedAtLevel) => owed.reduce((sum, row) => sum + row[name], 0);
    return ok({
      currency: asked.currency,
      today_on: todayOn,
      now_at: at.toISOString(),
      total_due_cents: total('dueCents'),
      overdue_cents: total('overdueCents'),
      late_customers: lateCustomers,
      by_level: levelsOf(owed).map((level) => {
        const row = owed.find((one) => one.level === level);
        return { level, count: row?.overdueCount ?? 0, balance_cents: row?.overdueCents ?? 0 };
      }),
      ageing: Object.entries(BUCKETS).map(([bucket, name]) => ({ bucket, balance_cents: total(name) })),
      dso_days: dsoDays,
      promises,
      recovered_by_level: levelsOf(recovered).map((level) => {
        const row = recovered.find((one) => one.level === level);
        return { level, count: row?.count ?? 0, amount_cents: row?.amountCents ?? 0 };
      }),
    });
  },
});

const levelsOf = (rows: readonly { level: number }[]): number[] =>
  [...new Set([...ALWAYS, ...rows.map(({ level }) => level)])].sort((a, b) => a - b);
