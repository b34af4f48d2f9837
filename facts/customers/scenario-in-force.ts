import type { Database } from '../../prisma/client.ts';
import type { CustomerKind } from '../../prisma/generated/client.ts';

interface Named {
  id: string;
  name: string;
}

/** The scenario followed by those of a customer's invoices that have none of their own, and where it comes from. */
export interface ScenarioInForce extends Named {
  from: 'customer' | 'group' | 'default';
}

interface Follower {
  kind: CustomerKind;
  scenario: Named | null;
  group: { scenario: Named | null } | null;
}

/** The creditor's default scenario for each kind of customer; kinds without one are absent. */
export async function readDefaultScenarios(db: Database): Promise<Map<CustomerKind, Named>> {
  const rows = await db.scenario.findMany({
    where: { defaultFor: { isEmpty: false } },
    select: { id: true, name: true, defaultFor: true },
    // Where a kind has two defaults, the last one set here wins: the same that `resolveScenarios` takes.
    orderBy: { id: 'desc' },
  });
  return new Map(rows.flatMap(({ id, name, defaultFor }) => defaultFor.map((kind) => [kind, { id, name }] as const)));
}

/** The customer's own scenario, else the group's, else the default for the customer's kind; null when there is none. */
export function scenarioInForce(
  { kind, scenario, group }: Follower,
  defaults: ReadonlyMap<CustomerKind, Named>,
): ScenarioInForce | null {
  if (scenario) return { ...scenario, from: 'customer' };
  if (group?.scenario) return { ...group.scenario, from: 'group' };
  const byKind = defaults.get(kind);
  return byKind ? { ...byKind, from: 'default' } : null;
}
