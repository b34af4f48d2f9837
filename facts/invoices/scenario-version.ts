import type { Transaction } from '../../prisma/client.ts';
import { resolveScenarios } from '../resolve-scenario.ts';

/** The scenario version that an invoice of the customer follows, with a scenario of its own or without one (null). */
export async function scenarioVersionOf(
  tx: Transaction,
  customerId: string,
  ownScenarioId: string | null,
): Promise<string | null> {
  const [scenario] = await resolveScenarios(tx, [{ customerId, ownScenarioId }]);
  return scenario?.versionId ?? null;
}
