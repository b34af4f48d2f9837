import { z } from 'zod';
import { explainCase, readCases } from '../../facts/cases/case-view.ts';
import { explainCaseDay } from '../../facts/cases/explain-case-day.ts';
import { localDate } from '../../facts/inputs/fields.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { languageQuery, readingOf } from './reading.ts';

const left = z.object({
  at: z.iso.datetime(),
  message_id: z.string().nullable(),
  level: z.int().nullable(),
  kind: z.string(),
});

export const explainInvoiceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/explanation',
  tag: 'Invoices',
  summary: 'Why nothing leaves today, or what leaves when and by which rule; with `on`, of another day',
  description:
    'In French, or in English when `language` or Accept-Language asks for it. With `on`, a local day: what left on that day or ' +
    'why nothing did, from what was written down then, and in `reasons` all that happened; of a day to come, what is planned.',
  who: ['collector'],
  params: idParams,
  query: z.strictObject({ on: localDate.optional(), language: languageQuery }),
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
    const reading = await readingOf(request);
    if (query.on === undefined) {
      const { sentence, rule, nextAt, reasons } = explainCase(row, reading, reading.language);
      return ok({ sentence, rule, next_at: nextAt, reasons });
    }
    const day = await explainCaseDay(context.db, row, query.on, at, reading.language);
    const { sentence, rule, nextAt, reasons } = day;
    const gone = day.left.map(({ messageId, ...one }) => ({ ...one, kind: one.kind ?? '', message_id: messageId }));
    return ok({ sentence, rule, next_at: nextAt, reasons, on: query.on, left: gone });
  },
});
