import type { Database } from '../../prisma/client.ts';
import type { CustomerKind } from '../../prisma/generated/client.ts';

interface Named {
  id: string;
  name: string;
}

/** The scenario that a customer's invoices follow that have none of their own, and where it comes from. */
export interface ScenarioInForce extends Named {
  from: 'customer' | 'group' | 'default';
}

interface Follower {
  kind: CustomerKind;
  scenario: Named | null;
  group: { scenario: Named | null } | null;
}

/** The creditor's default for each kind of customer; a kind without one is not in it. */
export async function readDefaultScenarios(db: Database): Promise<Map<CustomerKind, Named>> {
  const rows = await db.scenario.findMany({
    where: { defaultFor: { isEmpty: false } },
    select: { id: true, name: true, defaultFor: true },
    // Of two, the one that `resolveScenarios` takes.
    orderBy: { id: 'desc' },
  });
  return new Map(rows.flatMap(({ id, name, defaultFor }) => defaultFor.map((kind) => [kind, { id, name }] as const)));
}

/** The customer's own, else his group's, else the default of his kind; null when there is none at all. */
export function scenarioInForce(
  { kind, scenario, group }: Follower,
  defaults: ReadonlyMap<CustomerKind, Named>,
): ScenarioInForce | null {
  if (scenario) return { ...scenario, from: 'customer' };
  if (group?.scenario) return { ...group.scenario, from: 'group' };
  const byKind = defaults.get(kind);
  return byKind ? { ...byKind, from: 'default' } : null;
}
