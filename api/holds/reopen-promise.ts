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
    'The promise keeps its day, which may have passed as long as the days of grace last. Money that came since the promise ' +
    'was made counts for it, except what went to promises kept in the meantime. 409 `promise_day_over` after the days of ' +
    'grace, `promise_over` for a promise that was kept or broken, `promised_again` when the same amount was promised again ' +
    'for the same day and that promise stands, and `above_balance` when all standing promises together would exceed the ' +
    'balance.',
  who: ['collector'],
  params: promiseParams,
  answers: { 200: promise.extend({ handed_over: handedOver }) },
  handle: async (request) => {
    const { params, context } = request;
    const ids = { invoiceId: params.id, promiseId: params.pid };
    return answerFact(request, await reopenPromise(context.db, factContext(request), ids), withHandedOver);
  },
});
