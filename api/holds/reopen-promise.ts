import { reopenPromise } from '../../facts/holds/reopen-promise.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { handedOver, promise, promiseParams, withHandedOver } from './answers.ts';

export const reopenPromiseEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/promises/{pid}/reopen',
  tag: 'Holds',
  summary: 'A promise that was withdrawn by mistake stands again as it was made',
  description:
    'For the same day, which may be past while the days of grace last; money that has come since it was made counts for it. 409 ' +
    '`promise_day_over` after that, and `promise_over` of one that was kept or broken.',
  who: ['collector'],
  params: promiseParams,
  answers: { 200: promise.extend({ handed_over: handedOver }) },
  handle: async (request) => {
    const { params, context } = request;
    const ids = { invoiceId: params.id, promiseId: params.pid };
    return answerFact(request, await reopenPromise(context.db, factContext(request), ids), withHandedOver);
  },
});
