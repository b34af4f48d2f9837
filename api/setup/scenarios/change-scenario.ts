import { lockSettings } from '../../../prisma/lock.ts';
import { contentHash } from '../../../facts/content-hash.ts';
import { connectorsOf } from '../../frame/connectors.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { checkSteps } from './check-steps.ts';
import { scenarioChange, scenarioView, viewScenario, WITH_STEPS } from './scenario-body.ts';
import { storeVersion, takeDefaults } from './store-version.ts';

const tagOf = (view: ReturnType<typeof viewScenario>) => contentHash(view).slice(0, 16);

export const changeScenarioEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/scenarios/{id}',
  tag: 'Scenarios',
  summary: 'Change a scenario; other steps or another unit make a new version, and cases under way stay on theirs',
  who: ['supervisor'],
  params: idParams,
  body: scenarioChange,
  answers: { 200: scenarioView },
  handle: async ({ params: { id }, body, auth, context, matches }) => {
    const { db } = context;
    const stored = await db.scenario.findUnique({ where: { id }, include: WITH_STEPS });
    if (!stored) throw notHere();
    if (body.steps) await checkSteps(db, body.steps, connectorsOf({ auth, context }), viewScenario(stored).steps);
    const after = await db.$transaction(async (tx) => {
      // Locks all scenarios, because the others lose the defaults that this one takes.
      await lockSettings(tx, auth.creditorId);
      const before = viewScenario(await tx.scenario.findUniqueOrThrow({ where: { id }, include: WITH_STEPS }));
      matches(tagOf(before));
      const {
        name = before.name,
        unit = before.unit,
        steps = before.steps,
        default_for: kinds = before.default_for,
      } = body;
      const isNew = unit !== before.unit || contentHash(steps.map(plain)) !== contentHash(before.steps.map(plain));
      const version = isNew ? before.version + 1 : before.version;
      if (isNew) await storeVersion(tx, id, version, unit, steps);
      await takeDefaults(tx, id, kinds);
      await tx.scenario.update({
        where: { id },
        data: { name, currentVersion: version, defaultFor: [...new Set(kinds)] },
      });
      return viewScenario(await tx.scenario.findUniqueOrThrow({ where: { id }, include: WITH_STEPS }));
    });
    return ok(after, { version: tagOf(after) });
  },
});

/** A letter without a kind is a simple letter, so naming that kind changes nothing. */
const plain = <Step extends { kind: string; letter_kind?: string | null | undefined }>(step: Step) => ({
  ...step,
  letter_kind: step.kind === 'letter' ? (step.letter_kind ?? 'simple') : null,
});
