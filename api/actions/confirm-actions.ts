import { z } from 'zod';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { decideAction } from './decide-action.ts';
import { decideMany, manyIds, refusals } from './decide-many.ts';
import { checkPrepared } from './draft-action.ts';

export const confirmActionsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/confirm',
  tag: 'Actions',
  summary: 'Confirm many actions as they are prepared; each may be refused separately',
  description:
    'An id that is given twice counts once. What confirming it alone would answer with 409 or 422 is said of it in `refused`, ' +
    'with the same code and sentence. 503 when no worker answered for any of them.',
  who: ['collector'],
  body: z.strictObject({ ids: manyIds }),
  answers: { 200: z.object({ confirmed: z.int(), refused: refusals }) },
  handle: async (request) => {
    const { body, context } = request;
    const fact = factContext(request);
    const { accepted, refused } = await decideMany(request, body.ids, async (row) => {
      await checkPrepared(context.db, row, fact, {});
      return decideAction(request, row, 'confirmStep', {});
    });
    return ok({ confirmed: accepted, refused });
  },
});
