import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { type Fault, FactRefused, notFound } from '../refused.ts';
import { movableTo } from './preview-moves.ts';

/** The number of customers locked at once. */
const TOGETHER = 200;

/**
 * Moves open cases to the newest version of the scenario they follow: the cases given, or all. Each goes on at the next
 * step of that version and repeats none. Cases on it already stay; if a given case does not follow the scenario,
 * nothing moves. Returns how many moved.
 */
export async function moveCases(
  db: Database,
  context: FactContext,
  scenarioId: string,
  invoiceIds: readonly string[] | null,
): Promise<FactOutcome<{ moved: number }>> {
  const scenario = await db.scenario.findFirst({ where: { id: scenarioId, creditorId: context.creditorId } });
  if (!scenario) throw notFound();
  if (invoiceIds) await checkFollowing(db, scenarioId, invoiceIds);
  const tellings: Telling[] = [];
  const wanted = { ...movableTo(scenario), ...(invoiceIds ? { id: { in: [...invoiceIds] } } : {}) };
  const found = await db.invoice.findMany({ where: wanted, select: { customerId: true }, distinct: ['customerId'] });
  const customerIds = found.map(({ customerId }) => customerId).sort();
  for (let first = 0; first < customerIds.length; first += TOGETHER) {
    const part = customerIds.slice(first, first + TOGETHER);
    tellings.push(...(await db.$transaction((tx) => movePart(tx, context, { scenarioId, part, invoiceIds }))));
  }
  return { answer: { moved: tellings.length }, tellings, replayed: false, handedOver: [] };
}

async function movePart(
  tx: Transaction,
  context: FactContext,
  { scenarioId, part, invoiceIds }: { scenarioId: string; part: string[]; invoiceIds: readonly string[] | null },
): Promise<Telling[]> {
  await lockCustomers(tx, part);
  const scenario = await tx.scenario.findUniqueOrThrow({ where: { id: scenarioId } });
  const newest = await tx.scenarioVersion.findFirstOrThrow({
    where: { scenarioId, version: scenario.currentVersion },
    select: { id: true },
  });
  const moving = await tx.invoice.findMany({
    where: { ...movableTo(scenario), customerId: { in: part }, ...(invoiceIds ? { id: { in: [...invoiceIds] } } : {}) },
    select: { id: true, customerId: true, scenarioVersion: { select: { version: true } } },
  });
  const ids = moving.map(({ id }) => id);
  await tx.invoice.updateMany({ where: { id: { in: ids } }, data: { scenarioVersionId: newest.id } });
  await raiseVersion(tx, ids);
  const data = { fields: ['scenario_version'], scenarioVersion: scenario.currentVersion };
  await recordHistory(
    tx,
    context,
    moving.map(({ id, customerId, scenarioVersion: before }) => ({
      ...{ customerId, invoiceId: id, kind: 'changed' as const },
      data: { ...data, scenarioVersionBefore: before?.version ?? null },
    })),
  );
  return ids.map((invoiceId) => ({ invoiceId, signal: 'invoiceChanged', data: { fields: ['scenario_version'] } }));
}

async function checkFollowing(db: Database, scenarioId: string, invoiceIds: readonly string[]): Promise<void> {
  const following = await db.invoice.findMany({
    where: { id: { in: [...invoiceIds] }, closedAs: null, scenarioVersion: { scenarioId } },
    select: { id: true },
  });
  const known = new Set(following.map(({ id }) => id));
  const faults = invoiceIds.flatMap((id, index): Fault[] => {
    if (known.has(id)) return [];
    const detail = 'No open case with this id follows the scenario.';
    return [{ pointer: `/invoice_ids/${index}`, detail, fix: 'Name one of GET /v1/scenarios/{id}/moves.' }];
  });
  if (faults.length > 0) throw new FactRefused('invalid', 'not_following', faults[0]!.detail, faults);
}
