import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { followScenarios } from '../customers/follow-scenario.ts';
import { recordHistory } from '../history.ts';
import { type NamedChange, namesOfChanges } from '../named-changes.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { type Belonging, newBelonging, readGroups } from './belonging.ts';
import { type GroupedCustomer, readFigures } from './read-figures.ts';

interface Moving {
  customer: GroupedCustomer;
  to: Belonging;
}

/** How many customers changed, and the cases to tell. */
export interface Regrouped {
  changed: number;
  tellings: Telling[];
}

/**
 * Moves these customers into the groups they fit, under their locks and with the figures read then, so that two
 * calculations at once do no harm. A customer that changes groups gets the group's scenario, and its collector unless a
 * person chose one.
 */
export async function regroup(db: Database, context: FactContext, customerIds: readonly string[]): Promise<Regrouped> {
  return db.$transaction(async (tx) => {
    await lockCustomers(tx, customerIds);
    return regroupLocked(tx, context, customerIds);
  });
}

/** Does what `regroup` does, for a caller that holds the customers' locks or has just stored them. */
export async function regroupLocked(
  tx: Transaction,
  context: FactContext,
  customerIds: readonly string[],
): Promise<Regrouped> {
  const { creditorId, at } = context;
  const groups = await readGroups(tx, creditorId);
  const customers = await readFigures(tx, { creditorId, at, ids: customerIds });
  const moving = customers.flatMap((customer): Moving[] => {
    const to = newBelonging(groups, customer);
    return to ? [{ customer, to }] : [];
  });
  if (moving.length === 0) return { changed: 0, tellings: [] };
  await writeBelongings(tx, moving);
  const names = await namesOfChanges(tx, moving.map(changeOf));
  await recordHistory(
    tx,
    context,
    moving.map((one, index) => ({
      customerId: one.customer.id,
      kind: 'changed',
      data: { fields: fieldsOf(one), ...names[index] },
    })),
  );
  return { changed: moving.length, tellings: await changeCases(tx, moving) };
}

async function writeBelongings(tx: Transaction, moving: readonly Moving[]): Promise<void> {
  const rows = moving.map(({ customer, to }) => ({ id: customer.id, own: customer.collectorId, ...to }));
  await tx.$executeRaw`
    UPDATE customers c
    SET "groupId" = t."groupId", "groupScenarioId" = t."scenarioId", "collectorId" = COALESCE(t.own, t."collectorId"),
      "collectorOfGroup" = t."collectorId" IS NOT NULL, version = c.version + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS t (id uuid, own uuid, "groupId" uuid, "scenarioId" uuid, "collectorId" uuid)
    WHERE c.id = t.id`;
}

/** The open invoices follow: another scenario means another plan, and each case shows its collector. */
async function changeCases(tx: Transaction, moving: readonly Moving[]): Promise<Telling[]> {
  const byScenario = moving.filter(({ customer, to }) => customer.groupScenarioId !== to.scenarioId);
  const replanned = await followScenarios(tx, byScenario.map(idOf));
  const byCollector = moving.filter(({ customer, to }) => customer.groupCollectorId !== to.collectorId);
  const open = await tx.invoice.findMany({
    where: { customerId: { in: byCollector.map(idOf) }, kind: 'invoice', closedAs: null },
    select: { id: true },
  });
  const changed = [...new Set([...replanned, ...open.map(({ id }) => id)])];
  await raiseVersion(tx, changed);
  return changed.map((invoiceId) => ({ invoiceId, signal: 'invoiceChanged', data: { customerFields: ['group'] } }));
}

const idOf = ({ customer }: Moving): string => customer.id;

const changeOf = ({ customer, to }: Moving): NamedChange => ({
  group: { from: customer.groupId, to: to.groupId },
  scenario: { from: customer.groupScenarioId, to: to.scenarioId },
  collector: { from: customer.groupCollectorId, to: to.collectorId },
});

function fieldsOf({ customer, to }: Moving): string[] {
  return [
    ...(customer.groupId === to.groupId ? [] : ['group_id']),
    ...(customer.groupScenarioId === to.scenarioId ? [] : ['scenario_id']),
    ...(customer.groupCollectorId === to.collectorId ? [] : ['collector_id']),
  ];
}
