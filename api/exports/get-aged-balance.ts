import { Readable } from 'node:stream';
import { z } from 'zod';
import { readAgedCustomers } from '../../facts/dashboard/aged-balance.ts';
import { agedBody, type agedCustomer } from '../dashboard/aged-body.ts';
import { agedFilters, agedQuery } from '../dashboard/aged-filters.ts';
import { stream } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { sheetDay, sheetHead, sheetLine, sheetMoney } from './french-sheet.ts';

type Row = z.output<typeof agedCustomer>;

const money = (of: (row: Row) => number) => (row: Row) => sheetMoney(of(row), row.currency);

/** Columns in accountants' words. Amounts that lower the balance are negative, so that a line adds up. */
const COLUMNS: Readonly<Record<string, (row: Row) => string | null>> = {
  'Référence client': (row) => row.reference,
  Client: (row) => row.name,
  'Chargé de recouvrement': ({ collector }) => collector?.name ?? null,
  Groupe: ({ group }) => group?.name ?? null,
  Devise: (row) => row.currency,
  'Non échu': money((row) => row.not_due_cents),
  '0 à 30 jours': money((row) => row.days_0_30_cents),
  '31 à 60 jours': money((row) => row.days_31_60_cents),
  '61 à 90 jours': money((row) => row.days_61_90_cents),
  'Plus de 90 jours': money((row) => row.over_90_cents),
  Avoirs: money((row) => row.credit_notes_cents),
  'Règlements non affectés': money((row) => -row.unallocated_cents),
  Solde: money((row) => row.total_cents),
  'Dont contentieux': money((row) => row.litigation_cents),
  'Plus ancienne échéance': (row) => sheetDay(row.oldest_due_on),
  'Jours de retard': ({ oldest_days_late: days }) => (days === null ? '' : String(Math.max(0, days))),
};

const BATCH = 200;

export const getAgedBalanceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/exports/aged-balance.csv',
  tag: 'Exports',
  summary: 'Export the balance by age, as a French spreadsheet opens it',
  description:
    'Under French headings, by semicolons and with decimal commas, by name. The filters, the day and the currency are those of ' +
    '`GET /v1/aged-balance`, whose own `text/csv` is for programs.',
  who: ['collector'],
  query: z.strictObject(agedFilters),
  answers: { 200: { contentType: 'text/csv' } },
  handle: async (request) => {
    const query = await agedQuery({ ...request, params: {} });
    const page = { by: 'name', descending: false, take: null, after: null } as const;
    const rows = await readAgedCustomers(request.context.db, query, page);
    function* lines() {
      yield sheetHead(Object.keys(COLUMNS));
      for (let from = 0; from < rows.length; from += BATCH)
        yield rows
          .slice(from, from + BATCH)
          .map((row) => agedBody(row, query.todayOn))
          .map((body) => sheetLine(Object.values(COLUMNS).map((of) => of(body))))
          .join('');
    }
    return stream({
      contentType: 'text/csv; charset=utf-8',
      stream: Readable.from(lines()),
      filename: `balance-agee-${query.todayOn}.csv`,
    });
  },
});
