import { v7 as uuidv7 } from 'uuid';
import { storeVersion } from '../../api/setup/scenarios/store-version.ts';
import type { Criteria } from '../../domain/groups/criteria.ts';
import type { Database } from '../../prisma/client.ts';
import type { DemoGroup } from '../../prisma/demo-data/demo-types.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { SeedNames } from './seed-names.ts';

const LIKE = 'Échéance';

/**
 * The groups that a supervisor has set up, each with its tag, its collector and a scenario that reminds before the due date
 * and then continues as « Échéance » does.
 */
export async function loadGroups(
  db: Database,
  { creditorId, users }: Pick<SeedNames, 'creditorId' | 'users'>,
  groups: readonly DemoGroup[],
): Promise<void> {
  for (const { name, tag, collector, scenario, preventiveDays } of groups) {
    const scenarioId = await storeScenario(db, creditorId, scenario, preventiveDays);
    const criteria: Criteria = { all: [{ field: 'tags', op: 'eq', value: tag }] };
    const { id } = await db.customerGroup.findFirstOrThrow({ where: { creditorId, name } });
    await db.customerGroup.update({
      where: { id },
      data: {
        ...{ criteria: criteria as unknown as Prisma.InputJsonObject, scenarioId },
        ...{ collectorId: users.get(collector) ?? null, version: { increment: 1 } },
      },
    });
  }
}

async function storeScenario(db: Database, creditorId: string, name: string, preventiveDays: number): Promise<string> {
  const like = await db.scenario.findFirstOrThrow({
    where: { creditorId, name: LIKE },
    include: { versions: { include: { steps: { orderBy: { position: 'asc' } } } } },
  });
  const preventive = await db.template.findFirstOrThrow({
    where: { creditorId, level: 0, kind: 'email' },
    orderBy: { id: 'asc' },
  });
  const [version] = like.versions;
  const steps = (version?.steps ?? []).map((step) => ({
    ...{ key: step.key, level: step.level, kind: step.kind, letter_kind: step.letterKind, anchor: step.anchor },
    ...{ delay_days: step.delayDays, mode: step.mode, template_id: step.templateId, may_precede_due: false },
  }));
  const first = { key: 'r0', level: 0, kind: 'email', letter_kind: null, anchor: 'due_on', mode: 'automatic' } as const;
  const reminder = { ...first, delay_days: -preventiveDays, template_id: preventive.id, may_precede_due: false };
  const id = uuidv7();
  await db.$transaction(async (tx) => {
    await tx.scenario.create({ data: { id, creditorId, name, defaultFor: [] } });
    await storeVersion(tx, id, 1, version?.unit ?? 'invoice', [reminder, ...steps]);
  });
  return id;
}
