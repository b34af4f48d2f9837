import { z } from 'zod';
import { skipInput } from '../../facts/inputs/sending.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { decideAction } from './decide-action.ts';
import { decideMany, manyIds, refusals } from './decide-many.ts';

export const skipActionsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/skip',
  tag: 'Actions',
  summary: 'Skip many actions for one reason; each may be refused separately',
  description: 'An id that is given twice counts once. 503 when no worker answered for any of them.',
  who: ['collector'],
  body: skipInput.extend({ ids: manyIds }),
  answers: { 200: z.object({ skipped: z.int(), refused: refusals }) },
  handle: async (request) => {
    const { ids, reason } = request.body;
    const { accepted, refused } = await decideMany(request, ids, (row) =>
      decideAction(request, row, 'skipStep', { reason }),
    );
    return ok({ skipped: accepted, refused });
  },
});
