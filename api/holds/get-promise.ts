import { promiseAnswer } from '../../facts/holds/hold-answer.ts';
import { missingOfPromises } from '../../facts/holds/missing-of-promises.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { promiseNow, promiseParams } from './answers.ts';

export const getPromiseEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/promises/{pid}',
  tag: 'Holds',
  summary: 'Get a promise, in force or over',
  who: ['collector'],
  params: promiseParams,
  answers: { 200: promiseNow },
  handle: async ({ params, context }) => {
    const where = { id: params.pid, invoiceId: params.id, kind: 'promise' } as const;
    const hold = await context.db.hold.findFirst({ where });
    if (!hold) throw notHere();
    const missing = await missingOfPromises(context.db, params.id);
    return ok({ ...promiseAnswer(hold), missing_cents: missing.get(hold.id) ?? null });
  },
});
