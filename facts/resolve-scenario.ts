import { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';

/** Whose scenario is asked for: an invoice's of the customer, with a scenario of its own or without. */
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
 * The scenario that an invoice follows, with its current version: its own, else its customer's, else the group's, else the
 * creditor's default for that kind of customer. Null when there is none at all. One answer for each question, in one read.
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
 * What `resolveScenarios` reads, as a part of a statement: for rows `asked` of "position", "customerId" and "ownScenarioId",
 * those that have a scenario with their "position", "scenarioId" and "versionId".
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
