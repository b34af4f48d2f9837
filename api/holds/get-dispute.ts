import { disputeAnswer } from '../../facts/holds/hold-answer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { dispute, disputeParams } from './answers.ts';

export const getDisputeEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/disputes/{did}',
  tag: 'Holds',
  summary: 'Get a dispute, in force or over',
  who: ['collector'],
  params: disputeParams,
  answers: { 200: dispute },
  handle: async ({ params, context }) => {
    const where = { id: params.did, invoiceId: params.id, kind: 'dispute' } as const;
    const hold = await context.db.hold.findFirst({ where });
    if (!hold) throw notHere();
    return ok(disputeAnswer(hold));
  },
});
