import { recordPromise } from '../../facts/holds/record-promise.ts';
import { promiseInput } from '../../facts/inputs/holds.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { handedOver, promise, withHandedOver } from './answers.ts';

const stored = promise.extend({ handed_over: handedOver });

export const recordPromiseEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/invoices/{id}/promises',
  tag: 'Holds',
  summary: 'Record that the customer promises an amount for a day: the case is held until it is over',
  description:
    'Several may stand, for instalments. The same promise again, while it stands, is answered with 200 and not stored twice.',
  who: ['collector'],
  params: idParams,
  body: promiseInput,
  answers: { 200: stored, 201: stored },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await recordPromise(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, withHandedOver, ({ id }) => `/v1/invoices/${params.id}/promises/${id}`);
  },
});
