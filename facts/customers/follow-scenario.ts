import type { Transaction } from '../../prisma/client.ts';
import { resolveScenarios } from '../resolve-scenario.ts';

/**
 * Makes these customers' open invoices that have no scenario of their own follow the customer's current scenario.
 * Invoices that follow it already keep their version. Returns the ids of the invoices that follow another one than
 * before.
 */
export async function followScenarios(tx: Transaction, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const questions = customerIds.map((customerId) => ({ customerId, ownScenarioId: null }));
  const scenarios = await resolveScenarios(tx, questions);
  const wanted = customerIds.map((customerId, index) => ({ customerId, ...scenarios[index] }));
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE invoices i SET "scenarioVersionId" = w."versionId", "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w ("customerId" uuid, "scenarioId" uuid, "versionId" uuid)
    WHERE i."customerId" = w."customerId" AND i.kind = 'invoice' AND i."closedAs" IS NULL AND i."scenarioId" IS NULL
      AND i."scenarioVersionId" IS DISTINCT FROM w."versionId"
      AND NOT EXISTS (
        SELECT FROM scenario_versions v WHERE v.id = i."scenarioVersionId" AND v."scenarioId" = w."scenarioId")
    RETURNING i.id`;
  return changed.map(({ id }) => id);
}
