import type { Database } from '../../../prisma/client.ts';
import type { Template } from '../../../prisma/generated/client.ts';
import { conflicting } from '../../frame/problem.ts';

/**
 * Throws a 409 while the template is in use: by a step of a scenario's current version, or of an earlier one that open
 * invoices still follow; by a planned action; or by a message that is not rendered yet. What was sent keeps its own text.
 */
export async function refuseWhenUsed(
  db: Database,
  { id: templateId, creditorId }: Pick<Template, 'id' | 'creditorId'>,
): Promise<void> {
  const scenarios = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT s.name FROM scenario_steps t
    JOIN scenario_versions v ON v.id = t."versionId" JOIN scenarios s ON s.id = v."scenarioId"
    WHERE s."creditorId" = ${creditorId}::uuid AND t."templateId" = ${templateId}::uuid AND (v.version = s."currentVersion" OR EXISTS (
      SELECT 1 FROM invoices i WHERE i."scenarioVersionId" = v.id AND i."closedAs" IS NULL))
    ORDER BY s.name`;
  if (scenarios.length > 0)
    throw conflicting('in_use', `Steps of scenarios use it: ${scenarios.map(({ name }) => name).join(', ')}.`);
  const planned = await db.action.count({ where: { templateId, state: 'open' } });
  if (planned > 0) throw conflicting('in_use', `${planned} planned actions use it.`);
  const waiting = await db.message.count({ where: { templateId, status: 'reserved' } });
  if (waiting > 0) throw conflicting('in_use', `${waiting} messages that are about to be made use it.`);
}
