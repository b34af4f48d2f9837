import type { Transaction } from '../../prisma/client.ts';
import { resolveScenarios } from '../resolve-scenario.ts';

/**
 * The open invoices of a customer that have no scenario of their own follow the one that is his now; those that follow it
 * already stay on the version they have.
 */
export async function followScenario(tx: Transaction, customerId: string): Promise<void> {
  const [scenario] = await resolveScenarios(tx, [{ customerId, ownScenarioId: null }]);
  const without = { customerId, kind: 'invoice', closedAs: null, scenarioId: null } as const;
  const others = scenario ? [{ scenarioVersion: { scenarioId: { not: scenario.scenarioId } } }] : [];
  await tx.invoice.updateMany({
    where: scenario ? { ...without, OR: [{ scenarioVersionId: null }, ...others] } : without,
    data: { scenarioVersionId: scenario?.versionId ?? null },
  });
}
