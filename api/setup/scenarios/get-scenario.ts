import { contentHash } from '../../../facts/content-hash.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { scenarioView, viewScenario, WITH_STEPS } from './scenario-body.ts';

export const getScenarioEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/scenarios/{id}',
  tag: 'Scenarios',
  summary: 'Get a scenario with the steps of its newest version',
  who: ['collector'],
  params: idParams,
  answers: { 200: scenarioView },
  handle: async ({ params: { id }, context: { db } }) => {
    const stored = await db.scenario.findUnique({ where: { id }, include: WITH_STEPS });
    if (!stored) throw notHere();
    const view = viewScenario(stored);
    return ok(view, { version: contentHash(view).slice(0, 16) });
  },
});
