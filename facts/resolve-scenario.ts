import { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';

/** Asks for the scenario of a customer's invoice that has a scenario of its own, or none (null). */
export interface ScenarioQuestion {
  customerId: string;
  ownScenarioId: string | null;
}

/** A scenario with its current version. */
export interface ResolvedScenario {
  scenarioId: string;
  versionId: string;
}

/**
 * The scenario that an invoice follows, with its current version: its own, else its customer's, else the group's, else
 * the creditor's default for that kind of customer. Null when there is none. One result for each question, in one read.
 */
export async function resolveScenarios(
  tx: Transaction,
  questions: readonly ScenarioQuestion[],
): Promise<(ResolvedScenario | null)[]> {
  const asked = JSON.stringify(questions.map((question, position) => ({ ...question, position })));
  const found = await tx.$queryRaw<(ResolvedScenario & { position: number })[]>`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${asked}::jsonb) AS one (position int, "customerId" uuid, "ownScenarioId" uuid)
    ) ${FOLLOWED_SCENARIOS}`;
  const byPosition = new Map(found.map(({ position, ...scenario }) => [position, scenario]));
  return questions.map((_, position) => byPosition.get(position) ?? null);
}

/**
 * The SQL part that `resolveScenarios` reads with. From rows `asked` ("position", "customerId", "ownScenarioId") it
 * selects "position", "scenarioId" and "versionId" of those that have a scenario.
 */
export const FOLLOWED_SCENARIOS = Prisma.sql`
  SELECT asked.position, scenario.id AS "scenarioId", version.id AS "versionId"
  FROM asked
  JOIN customers customer ON customer.id = asked."customerId"
  LEFT JOIN customer_groups grouped ON grouped.id = customer."groupId"
  CROSS JOIN LATERAL (
    SELECT COALESCE(asked."ownScenarioId", customer."scenarioId", grouped."scenarioId") AS id
  ) chosen
  CROSS JOIN LATERAL (
    SELECT id, "currentVersion" FROM scenarios
    WHERE "creditorId" = customer."creditorId"
      AND CASE WHEN chosen.id IS NULL THEN customer.kind = ANY ("defaultFor") ELSE id = chosen.id END
    ORDER BY id LIMIT 1
  ) scenario
  JOIN scenario_versions version ON version."scenarioId" = scenario.id AND version.version = scenario."currentVersion"`;
