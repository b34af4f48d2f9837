import { z } from 'zod';
import { importAnswer } from '../../facts/imports/import-answer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';

export const getImportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/imports/{id}',
  tag: 'Imports',
  summary: 'How far an import is, and which rows were refused and why',
  who: ['supervisor'],
  params: idParams,
  answers: {
    200: z.object({
      id: z.string(),
      kind: z.string(),
      status: z.enum(['running', 'done']),
      total: z.int(),
      accepted: z.int(),
      refused_count: z.int(),
      refused: z.array(z.object({ line: z.int(), code: z.string(), detail: z.string() })),
      created_at: z.iso.datetime(),
      finished_at: z.iso.datetime().nullable(),
    }),
  },
  handle: async ({ params, context }) => {
    const row = await context.db.import.findFirst({ where: { id: params.id }, omit: { content: true } });
    if (!row) throw notHere();
    return ok(importAnswer(row));
  },
});
