import type { Transaction } from '../prisma/client.ts';
import { type Fault, FactRefused } from './refused.ts';

/** Ids in an input that must belong to the creditor. Absent ones are not checked. */
export interface References {
  collectorId?: string | null | undefined;
  scenarioId?: string | null | undefined;
  referrerId?: string | null | undefined;
  notaryId?: string | null | undefined;
}

/** Refuses ids that do not exist or belong to another creditor, all in one answer. */
export async function checkReferences(tx: Transaction, creditorId: string, references: References): Promise<void> {
  const { collectorId, scenarioId, referrerId, notaryId } = references;
  const own = (id: string) => ({ where: { id, creditorId }, select: { id: true } });
  const faults: Fault[] = [];
  const missing = (pointer: string, what: string) =>
    faults.push({ pointer, detail: `There is no such ${what}.`, fix: `Give the id of a ${what}.` });
  if (collectorId && !(await tx.user.findFirst(own(collectorId)))) missing('/collector_id', 'user');
  if (scenarioId && !(await tx.scenario.findFirst(own(scenarioId)))) missing('/scenario_id', 'scenario');
  if (referrerId && !(await tx.thirdParty.findFirst(own(referrerId)))) missing('/case_file/referrer_id', 'third party');
  if (notaryId && !(await tx.thirdParty.findFirst(own(notaryId)))) missing('/case_file/notary_id', 'third party');
  if (faults.length > 0) throw new FactRefused('invalid', 'unknown_id', faults[0]!.detail, faults);
}
