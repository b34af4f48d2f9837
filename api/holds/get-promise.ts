import { promiseAnswer } from '../../facts/holds/hold-answer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { promise, promiseParams } from './answers.ts';

export const getPromiseEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/promises/{pid}',
  tag: 'Holds',
  summary: 'A promise of the invoice, over or not',
  who: ['collector'],
  params: promiseParams,
  answers: { 200: promise },
  handle: async ({ params, context }) => {
    const where = { id: params.pid, invoiceId: params.id, kind: 'promise' } as const;
    const hold = await context.db.hold.findFirst({ where });
    if (!hold) throw notHere();
    return ok(promiseAnswer(hold));
  },
});
