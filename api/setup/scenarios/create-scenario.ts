import { v7 as uuidv7 } from 'uuid';
import { lockSettings } from '../../../prisma/lock.ts';
import { contentHash } from '../../../facts/content-hash.ts';
import { connectorsOf } from '../../frame/connectors.ts';
import { created } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { checkSteps } from './check-steps.ts';
import { scenarioInput, scenarioView, viewScenario, WITH_STEPS } from './scenario-body.ts';
import { storeVersion, takeDefaults } from './store-version.ts';

export const createScenarioEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/scenarios',
  tag: 'Scenarios',
  summary: 'Create a scenario: ordered steps, each with its anchor, delay, channel, mode and template',
  who: ['supervisor'],
  body: scenarioInput,
  answers: { 201: scenarioView },
  handle: async ({ body, auth, context }) => {
    const { db } = context;
    const { name, unit = 'invoice', steps, default_for: kinds = [] } = body;
    await checkSteps(db, steps, connectorsOf({ auth, context }));
    const id = uuidv7();
    const stored = await db.$transaction(async (tx) => {
      await lockSettings(tx, auth.creditorId);
      await takeDefaults(tx, id, kinds);
      await tx.scenario.create({ data: { id, creditorId: auth.creditorId, name, defaultFor: [...new Set(kinds)] } });
      await storeVersion(tx, id, 1, unit, steps);
      return await tx.scenario.findUniqueOrThrow({ where: { id }, include: WITH_STEPS });
    });
    const view = viewScenario(stored);
    return created(`/v1/scenarios/${id}`, view, { version: contentHash(view).slice(0, 16) });
  },
});
