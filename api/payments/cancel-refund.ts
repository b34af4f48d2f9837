import { z } from 'zod';
import { foreignId } from '../../facts/inputs/fields.ts';
import { reasonInput } from '../../facts/inputs/invoice.ts';
import { cancelRefund } from '../../facts/money/cancel-refund.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { refundAnswer } from './refund-schema.ts';

export const cancelRefundEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/refunds/{external_id}/cancel',
  tag: 'Money',
  summary: 'Cancel a refund that did not take place: the customer’s money can be allocated again',
  who: ['collector'],
  params: z.strictObject({ external_id: foreignId }),
  body: reasonInput,
  answers: { 200: refundAnswer },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await cancelRefund(context.db, factContext(request), params.external_id, body);
    return answerFact(request, outcome, (answer) => answer);
  },
});
