import { z } from 'zod';
import type { Explanation } from '../../domain/case/explain.ts';
import { type CaseRow, explainCase, readCases } from '../../facts/cases/case-view.ts';
import { explainCaseDay } from '../../facts/cases/explain-case-day.ts';
import { explainReleased } from '../../facts/cases/explain-released.ts';
import { localDate, uuid } from '../../facts/inputs/fields.ts';
import { ok } from '../frame/answer.ts';
import { connectorsOf } from '../frame/connectors.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { malformed, notHere } from '../frame/problem.ts';
import { languageQuery, type Reading, readingOf } from './reading.ts';

const left = z.object({
  at: z.iso.datetime(),
  message_id: z.string().nullable(),
  level: z.int().nullable(),
  kind: z.string(),
});

const asked = z.strictObject({
  on: localDate.optional(),
  released: uuid.optional(),
  outcome: z.enum(['lifted', 'withdrawn', 'rejected']).optional(),
  language: languageQuery,
});
type Asked = z.output<typeof asked>;

export const explainInvoiceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/explanation',
  tag: 'Invoices',
  summary: 'Explain what leaves when and by which rule, or why nothing does: today, on another day, or without a hold',
  description:
    'In French, or in English when `language` or Accept-Language asks for it. With `on`, a local day: for a day in the ' +
    'past, what was sent on that day or why nothing was, from what was recorded then, with everything that happened in ' +
    '`reasons`; for a day in the future, what is planned. With `released`, the id of a hold in force: what would happen if ' +
    'that hold ended now with `outcome` `lifted` (the default), `withdrawn` or `rejected`, which decides whether the next ' +
    'step has to be confirmed. Nothing is changed.',
  who: ['collector'],
  params: idParams,
  query: asked,
  answers: {
    200: z.object({
      sentence: z.string(),
      rule: z.string().nullable(),
      next_at: z.iso.datetime().nullable(),
      reasons: z.array(z.string()),
      /** Only with `on`. */
      on: z.iso.date().optional(),
      left: z.array(left).optional(),
    }),
  },
  handle: async (request) => {
    const { params, query, context, at } = request;
    const [row] = await readCases(context.db, { where: { id: params.id }, take: 1 });
    if (!row) throw notHere();
    const reading = readingOf(request);
    if (query.on === undefined) {
      const { sentence, rule, nextAt, reasons } = await explainNow(request, row, reading);
      return ok({ sentence, rule, next_at: nextAt, reasons });
    }
    if (query.released !== undefined)
      throw malformed('What a hold keeps back is known of today alone: leave `on` out.');
    const day = await explainCaseDay(context.db, row, query.on, at, reading.language);
    const { sentence, rule, nextAt, reasons } = day;
    const gone = day.left.map(({ messageId, ...one }) => ({ ...one, kind: one.kind ?? '', message_id: messageId }));
    return ok({ sentence, rule, next_at: nextAt, reasons, on: query.on, left: gone });
  },
});

/** Explains the case as it stands, or as it would stand without the hold `released`. */
function explainNow(
  { query, context, auth, at }: Pick<EndpointRequest<unknown, Asked>, 'query' | 'context' | 'auth' | 'at'>,
  row: CaseRow,
  reading: Reading,
): Explanation | Promise<Explanation> {
  const { language } = reading;
  const { released: holdId, outcome = 'lifted' } = query;
  if (holdId === undefined) return explainCase(row, reading, language);
  if (row.kind === 'credit_note') throw notHere();
  const connectors = connectorsOf({ auth, context });
  return explainReleased(context.db, { invoiceId: row.id, at, language, connectors }, { holdId, outcome });
}
