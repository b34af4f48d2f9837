import { z } from 'zod';
import { postponeInput } from '../../facts/inputs/sending.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { decideAction } from './decide-action.ts';
import { decideMany, manyIds, refusals } from './decide-many.ts';
import { requireLaterDay } from './later-day.ts';

export const postponeActionsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/postpone',
  tag: 'Actions',
  summary: 'Postpone many actions to one day for one reason; each may be refused separately',
  description: 'An id that is given twice counts once. 503 when no worker answered for any of them.',
  who: ['collector'],
  body: postponeInput.extend({ ids: manyIds }),
  answers: { 200: z.object({ postponed: z.int(), refused: refusals }) },
  handle: async (request) => {
    const { ids, until_on: untilOn, reason } = request.body;
    requireLaterDay(request, untilOn);
    const { accepted, refused } = await decideMany(request, ids, (row) =>
      decideAction(request, row, 'postponeStep', { untilOn, reason }),
    );
    return ok({ postponed: accepted, refused });
  },
});
