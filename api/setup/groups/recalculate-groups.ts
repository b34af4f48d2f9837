import { z } from 'zod';
import { resultOfGroups, startGroups } from '../../../temporal/run-groups.ts';
import { accepted, ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { told } from '../../frame/fact-answer.ts';

/** How long the caller waits for the result with a large portfolio. */
const PATIENCE_MS = 10_000;

export const recalculateGroupsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/groups/recalculate',
  tag: 'Groups',
  summary: 'Recalculate now who is in which group, as every night does',
  description:
    'Answers once it is done, 202 when it goes on for more than ten seconds. The plans of the cases concerned follow.',
  who: ['supervisor'],
  answers: {
    200: z.object({ status: z.literal('done'), customers: z.int(), changed: z.int() }),
    202: z.object({ status: z.literal('running') }),
  },
  handle: async (request) => {
    const { auth, at, context } = request;
    const { dispatcher } = context;
    const creditor = { id: auth.creditorId, slug: auth.slug };
    const workflowId = await told(request, () => startGroups(dispatcher, creditor, at));
    const result = await resultOfGroups(dispatcher, workflowId, PATIENCE_MS);
    return result ? ok({ status: 'done', ...result }) : accepted('/v1/groups', { status: 'running' });
  },
});
