import { v7 as uuidv7 } from 'uuid';
import { SHIPPED_GROUPS } from '../../domain/shipped/groups.ts';
import { SHIPPED_SCENARIOS } from '../../domain/shipped/scenarios.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { freeSlug } from './free-slug.ts';
import { shipTemplates } from './ship-templates.ts';
import { asJson } from '../stored-json.ts';

export interface NewCreditor {
  name: string;
  /** Part of workflow ids: lower case, digits and dashes. Made from the name when absent. */
  slug?: string;
}

/**
 * Creates a creditor that can send at once, with settings, a company and the default scenarios and templates. `db` is
 * not scoped to a creditor. The caller makes its keys.
 */
export async function createCreditor(db: Database, wanted: NewCreditor): Promise<{ id: string; slug: string }> {
  return await db.$transaction((tx) => storeCreditor(tx, wanted));
}

/** Does what `createCreditor` does within the caller's transaction, which may store the first key too. */
export async function storeCreditor(tx: Transaction, wanted: NewCreditor): Promise<{ id: string; slug: string }> {
  const id = uuidv7();
  const slug = wanted.slug ?? (await freeSlug(tx, wanted.name));
  await tx.creditor.create({ data: { id, slug, name: wanted.name } });
  await tx.settings.create({ data: { creditorId: id, ...shippedCompany(wanted.name, slug) } });
  const templateIds = await shipTemplates(tx, id);
  await shipGroups(tx, id, await shipScenarios(tx, id, templateIds));
  return { id, slug };
}

/** Placeholders until the creditor says who it is, with an address and a telephone number that belong to nobody. */
function shippedCompany(name: string, slug: string) {
  return {
    companyName: name,
    companyEmail: `comptabilite@${slug}.example`,
    companyPhone: '01 99 00 00 00',
    addressLines: ['1 rue de l’Exemple'],
    postalCode: '75001',
    city: 'Paris',
    country: 'FR',
  };
}

/** Returns the scenarios' ids by name. */
async function shipScenarios(
  tx: Transaction,
  creditorId: string,
  templateIds: Map<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, defaultFor, unit, steps } of SHIPPED_SCENARIOS) {
    const scenario = { id: uuidv7(), creditorId, name, defaultFor: [...defaultFor] };
    const version = { id: uuidv7(), scenarioId: scenario.id, version: 1, unit };
    await tx.scenario.create({ data: scenario });
    await tx.scenarioVersion.create({ data: version });
    await tx.scenarioStep.createMany({
      data: steps.map(({ templateKey, ...step }, position) => ({
        id: uuidv7(),
        versionId: version.id,
        position,
        ...step,
        templateId: templateIds.get(templateKey) ?? null,
      })),
    });
    ids.set(name, scenario.id);
  }
  return ids;
}

async function shipGroups(tx: Transaction, creditorId: string, scenarioIds: Map<string, string>): Promise<void> {
  await tx.customerGroup.createMany({
    data: SHIPPED_GROUPS.map(({ name, priority, criteria, scenario }) => ({
      id: uuidv7(),
      creditorId,
      name,
      priority,
      criteria: asJson(criteria),
      scenarioId: scenario === null ? null : (scenarioIds.get(scenario) ?? null),
    })),
  });
}
