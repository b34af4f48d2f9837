import { z } from 'zod';
import { eraseCustomer } from '../../facts/customers/erase-customer.ts';
import { erasureInput } from '../../facts/inputs/erasure.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact, factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';

export const eraseCustomerEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/{id}/erasure',
  tag: 'Customers',
  summary: 'Erase a customer’s personal data, for good (GDPR art. 17)',
  description:
    'Amounts, days, invoice numbers, levels, states and the SHA-256 of what was sent are kept. 409 `case_open`, ' +
    '`money_unallocated`, `message_on_its_way`, `action_open`, or `retention_running` until the settings’ `retention_years` ' +
    'have passed. Repeating it erases what was written since and answers the first erasure.',
  who: ['admin'],
  params: idParams,
  body: erasureInput,
  answers: {
    200: z.object({
      customer_id: z.string(),
      reference: z.string(),
      erased_at: z.iso.datetime(),
      erased_by: z.string(),
      reason: z.string(),
    }),
  },
  handle: async (request) => {
    const { params, body, context } = request;
    const outcome = await eraseCustomer(context.db, factContext(request), params.id, body);
    return answerFact(request, outcome, ({ id, reference, at, by, reason }) => ({
      customer_id: id,
      reference,
      erased_at: at.toISOString(),
      erased_by: by,
      reason,
    }));
  },
});
