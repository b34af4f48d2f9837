import { z } from 'zod';
import { completeAction } from '../../facts/decisions/complete-action.ts';
import { completeInput } from '../../facts/inputs/sending.ts';
import type { Telling } from '../../facts/outcome.ts';
import { FactRefused } from '../../facts/refused.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { decideMany, manyIds, refusals } from './decide-many.ts';

export const completeActionsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/complete',
  tag: 'Actions',
  summary: 'Mark many actions as done by a person today; nothing is sent; each may be refused separately',
  description:
    'An id that is given twice counts once. Registered letters that wait to be posted count as posted today, and calls get ' +
    'no outcome. To give a number, a day or an outcome, complete the action on its own.',
  who: ['collector'],
  body: completeInput.pick({ comment: true }).extend({ ids: manyIds }),
  answers: { 200: z.object({ completed: z.int(), refused: refusals }) },
  handle: async (request) => {
    const { ids, ...input } = request.body;
    const { db } = request.context;
    const tellings: Telling[] = [];
    const { accepted, refused } = await decideMany(request, ids, async ({ id }) => {
      try {
        const completed = await completeAction(db, factContext(request), id, input);
        tellings.push(...completed.tellings);
        return { accepted: true, code: null, detail: null };
      } catch (error) {
        if (!(error instanceof FactRefused)) throw error;
        return { accepted: false, code: error.code, detail: error.detail };
      }
    });
    // All of them are stored by now: if Temporal is unavailable, the workflows are told later.
    await carryOutFact(request, { tellings });
    return ok({ completed: accepted, refused });
  },
});
