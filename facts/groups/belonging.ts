import type { Criteria } from '../../domain/groups/criteria.ts';
import { groupOf, inPriority } from '../../domain/groups/fits.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { GroupedCustomer } from './read-figures.ts';
import { asCriteria } from '../stored-json.ts';

/** The columns of a group that decide which customers belong to it and what it gives them. */
interface StoredGroup {
  id: string;
  creditorId: string;
  priority: number;
  criteria: Criteria;
  scenarioId: string | null;
  collectorId: string | null;
}

/** Groups by creditor id, in the order in which they are tried. */
export type Groups = ReadonlyMap<string, readonly StoredGroup[]>;

/** The groups of one creditor, or of all (null). */
export async function readGroups(db: Database | Transaction, creditorId: string | null): Promise<Groups> {
  const rows = await db.customerGroup.findMany({ where: creditorId === null ? {} : { creditorId } });
  const byCreditor = new Map<string, StoredGroup[]>();
  for (const row of rows) {
    const group = { ...row, criteria: asCriteria(row.criteria) };
    byCreditor.set(row.creditorId, [...(byCreditor.get(row.creditorId) ?? []), group]);
  }
  return new Map([...byCreditor].map(([id, groups]) => [id, inPriority(groups)]));
}

/** What a customer gets from the group. */
export interface Belonging {
  groupId: string | null;
  scenarioId: string | null;
  /** Null also where a person gave the customer a collector, who stays. */
  collectorId: string | null;
}

/** What the customer should get from the group; null when the customer has it already. */
export function newBelonging(groups: Groups, customer: GroupedCustomer): Belonging | null {
  const group = groupOf(groups.get(customer.creditorId) ?? [], customer);
  const belonging = {
    groupId: group?.id ?? null,
    scenarioId: group?.scenarioId ?? null,
    collectorId: customer.collectorId === null ? (group?.collectorId ?? null) : null,
  };
  const isSame =
    belonging.groupId === customer.groupId &&
    belonging.scenarioId === customer.groupScenarioId &&
    belonging.collectorId === customer.groupCollectorId;
  return isSame ? null : belonging;
}
