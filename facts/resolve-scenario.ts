import type { CustomerKind } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';

/** What decides which scenario a customer's invoices follow when they have none of their own. */
export interface ScenarioChoice {
  creditorId: string;
  kind: CustomerKind;
  scenarioId: string | null;
  group: { scenarioId: string | null } | null;
}

/**
 * The scenario that an invoice follows, with its current version: its own, else its customer's, else the group's, else the
 * creditor's default for that kind of customer. Null when there is none at all.
 */
export async function resolveScenario(
  tx: Transaction,
  customer: ScenarioChoice,
  ownScenarioId: string | null,
): Promise<{ scenarioId: string; versionId: string } | null> {
  const scenarioId = ownScenarioId ?? customer.scenarioId ?? customer.group?.scenarioId;
  const scenario = await tx.scenario.findFirst({
    where: {
      creditorId: customer.creditorId,
      ...(scenarioId ? { id: scenarioId } : { defaultFor: { has: customer.kind } }),
    },
    orderBy: { id: 'asc' },
    select: { id: true, currentVersion: true, versions: { select: { id: true, version: true } } },
  });
  const current = scenario?.versions.find(({ version }) => version === scenario.currentVersion);
  return scenario && current ? { scenarioId: scenario.id, versionId: current.id } : null;
}
