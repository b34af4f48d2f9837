import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { conflict } from '../../facts/refused.ts';
import { importAnswer } from '../../facts/imports/import-answer.ts';
import { notHere } from '../frame/problem.ts';
import { importWithRefusals } from './import-schema.ts';

export const dismissImportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/imports/{id}/dismiss',
  tag: 'Imports',
  summary: 'Mark the refused rows of an import as dealt with',
  description: '409 while it is still running.',
  who: ['supervisor'],
  params: idParams,
  answers: { 200: importWithRefusals },
  handle: async ({ params, context, at }) => {
    const where = { id: params.id };
    const row = await context.db.import.findFirst({ where, omit: { content: true } });
    if (!row) throw notHere();
    if (row.status === 'running') throw conflict('still_running', 'This import is still running.');
    if (!row.dealtWithAt) await context.db.import.update({ where, data: { dealtWithAt: at }, select: { id: true } });
    return ok(importAnswer(row));
  },
});
