import { z } from 'zod';
import { readAgedTotals } from '../../facts/dashboard/aged-balance.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { agedSums, sumsBody } from './aged-body.ts';
import { agedFilters, agedQuery } from './aged-filters.ts';

export const totalAgedBalanceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/aged-balance/totals',
  tag: 'Dashboard',
  summary: 'Total the balance by age of all customers, one line for each currency',
  description: 'As of today; with `currency`, that currency only. The filters are those of `GET /v1/aged-balance`.',
  who: ['collector'],
  query: z.strictObject(agedFilters),
  answers: {
    200: z.object({
      today_on: z.iso.date(),
      data: z.array(
        agedSums
          .extend({
            customers: z.int().meta({ description: 'The number of customers with open items in this currency.' }),
          })
          .meta({ id: 'AgedTotal' }),
      ),
    }),
  },
  handle: async (request) => {
    const query = await agedQuery({ ...request, params: {} });
    const totals = await readAgedTotals(request.context.db, {
      ...query,
      currency: request.query.currency ?? null,
    });
    return ok({
      today_on: query.todayOn,
      data: totals.map((total) => ({ ...sumsBody(total), customers: total.customers })),
    });
  },
});
