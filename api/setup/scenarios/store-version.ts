import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../../prisma/client.ts';
import type { CustomerKind, SendingUnit } from '../../../prisma/generated/enums.ts';
import type { StepInput } from './scenario-body.ts';

/** Stores a version of a scenario, which its invoices follow from then on. */
export async function storeVersion(
  tx: Transaction,
  scenarioId: string,
  version: number,
  unit: SendingUnit,
  steps: readonly StepInput[],
): Promise<void> {
  const versionId = uuidv7();
  await tx.scenarioVersion.create({ data: { id: versionId, scenarioId, version, unit } });
  await tx.scenarioStep.createMany({
    data: steps.map((step, position) => ({
      id: uuidv7(),
      versionId,
      position,
      key: step.key,
      level: step.level,
      kind: step.kind,
      letterKind: step.kind === 'letter' ? (step.letter_kind ?? 'simple') : null,
      anchor: step.anchor,
      delayDays: step.delay_days,
      mode: step.mode,
      templateId: step.template_id ?? null,
      mayPrecedeDue: step.may_precede_due,
    })),
  });
}

/**
 * Makes this scenario the default for these kinds of customer; the other scenarios lose them. Requires the lock of the
 * settings.
 */
export async function takeDefaults(tx: Transaction, scenarioId: string, kinds: readonly CustomerKind[]): Promise<void> {
  if (kinds.length === 0) return;
  const others = await tx.scenario.findMany({
    where: { id: { not: scenarioId }, defaultFor: { hasSome: [...kinds] } },
  });
  for (const other of others) {
    const defaultFor = other.defaultFor.filter((kind) => !kinds.includes(kind));
    await tx.scenario.update({ where: { id: other.id }, data: { defaultFor } });
  }
}
