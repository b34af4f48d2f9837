import { withdrawPromise } from '../../facts/holds/withdraw-promise.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { answerEnded, promiseParams } from './answers.ts';

export const withdrawPromiseEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/invoices/{id}/promises/{pid}',
  tag: 'Holds',
  summary: 'Withdraw a promise: it no longer holds the case',
  who: ['collector'],
  params: promiseParams,
  answers: { 204: null },
  handle: async (request) => {
    const { params, context } = request;
    const ids = { invoiceId: params.id, promiseId: params.pid };
    return answerEnded(request, await withdrawPromise(context.db, factContext(request), ids));
  },
});
