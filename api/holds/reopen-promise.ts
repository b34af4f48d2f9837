import { reopenPromise } from '../../facts/holds/reopen-promise.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { handedOver, promise, promiseParams, withHandedOver } from './answers.ts';

export const reopenPromiseEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/promises/{pid}/reopen',
  tag: 'Holds',
  summary: 'Reopen a promise that was withdrawn by mistake, as it was made',
  description:
    'For the same day, which may be past while the days of grace last; money that has come since it was made counts for it, but for what ' +
    'promises that were kept since have had of it. 409 `promise_day_over` after that, `promise_over` of one that was kept or broken, ' +
    '`promised_again` where the same was promised since and stands, and `above_balance` where it would be more than the balance with ' +
    'what was promised since.',
  who: ['collector'],
  params: promiseParams,
  answers: { 200: promise.extend({ handed_over: handedOver }) },
  handle: async (request) => {
    const { params, context } = request;
    const ids = { invoiceId: params.id, promiseId: params.pid };
    return answerFact(request, await reopenPromise(context.db, factContext(request), ids), withHandedOver);
  },
});
