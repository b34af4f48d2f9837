import type { Criteria } from '../../domain/groups/criteria.ts';
import { groupOf, inPriority } from '../../domain/groups/fits.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { GroupedCustomer } from './read-figures.ts';

/** A group as far as customers are given to it. */
interface StoredGroup {
  id: string;
  creditorId: string;
  priority: number;
  criteria: Criteria;
  scenarioId: string | null;
  collectorId: string | null;
}

/** Groups by their creditor, in the order in which they are asked. */
export type Groups = ReadonlyMap<string, readonly StoredGroup[]>;

/** The groups of a creditor, or of all (null). */
export async function readGroups(db: Database | Transaction, creditorId: string | null): Promise<Groups> {
  const rows = await db.customerGroup.findMany({ where: creditorId === null ? {} : { creditorId } });
  const byCreditor = new Map<string, StoredGroup[]>();
  for (const row of rows) {
    const group = { ...row, criteria: row.criteria as unknown as Criteria };
    byCreditor.set(row.creditorId, [...(byCreditor.get(row.creditorId) ?? []), group]);
  }
  return new Map([...byCreditor].map(([id, groups]) => [id, inPriority(groups)]));
}

/** What a customer's group gives him. */
export interface Belonging {
  groupId: string | null;
  scenarioId: string | null;
  /** Null also where a person gave him a collector: that one stays. */
  collectorId: string | null;
}

/** What a customer's group should give him; null when it is what he has. */
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
