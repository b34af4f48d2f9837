import { z } from 'zod';
import { explainCase, readCases } from '../../facts/cases/case-view.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { readingOf } from './reading.ts';

export const explainInvoiceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/explanation',
  tag: 'Invoices',
  summary: 'Why nothing leaves today, or what leaves when and by which rule',
  description: 'In French, or in English when Accept-Language asks for it.',
  who: ['collector'],
  params: idParams,
  answers: {
    200: z.object({
      sentence: z.string(),
      rule: z.string().nullable(),
      next_at: z.iso.datetime().nullable(),
      reasons: z.array(z.string()),
    }),
  },
  handle: async (request) => {
    const { params, context } = request;
    const [row] = await readCases(context.db, { where: { id: params.id }, take: 1 });
    if (!row) throw notHere();
    const reading = await readingOf(request);
    const { sentence, rule, nextAt, reasons } = explainCase(row, reading, reading.language);
    return ok({ sentence, rule, next_at: nextAt, reasons });
  },
});
