import { importAnswer } from '../../facts/imports/import-answer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { importWithRefusals } from './import-schema.ts';

export const getImportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/imports/{id}',
  tag: 'Imports',
  summary: 'Get how far an import is, and which rows were refused and why',
  who: ['collector'],
  params: idParams,
  answers: { 200: importWithRefusals },
  handle: async ({ params, context }) => {
    const row = await context.db.import.findFirst({ where: { id: params.id }, omit: { content: true } });
    if (!row) throw notHere();
    return ok(importAnswer(row));
  },
});
