import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import { checkReferences } from '../check-references.ts';
import { contentHash, isHashOf } from '../content-hash.ts';
import { regroupLocked } from '../groups/regroup.ts';
import { recordHistory } from '../history.ts';
import type { ContactInput, CustomerInput } from '../inputs/customer.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict, type Fault, FactRefused } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { isAsItStands } from './as-it-stands.ts';
import { contactRows } from './contact-rows.ts';
import { customerErased } from './refuse-erased.ts';

/**
 * Stores a customer in the group that fits, whose scenario the customer's invoices follow. Posting the same customer
 * (same reference) again returns the first one, also when a customer corrected here is posted as it is stored now.
 * Other content, or the reference of an erased customer, is a conflict. Returns the id.
 */
export async function createCustomer(
  db: Database,
  context: FactContext,
  input: CustomerInput,
): Promise<FactOutcome<{ id: string }>> {
  return storeOnce(db, async (tx) => {
    const known = await tx.customer.findFirst({
      where: { creditorId: context.creditorId, reference: input.reference },
    });
    if (known && known.erasedAt !== null) throw customerErased();
    if (known && !isHashOf(known.contentHash, input) && !(await isAsItStands(tx, known, input)))
      throw conflict('other_content', `Another customer was posted under the reference ${input.reference}.`);
    if (known) return { answer: { id: known.id }, tellings: [], replayed: true, handedOver: [] };
    const { collector_id: collectorId, scenario_id: scenarioId } = input;
    await checkReferences(tx, context.creditorId, { collectorId, scenarioId });
    const id = await insert(tx, context, input);
    await recordHistory(tx, context, [{ customerId: id, kind: 'created', data: { number: input.reference } }]);
    await regroupLocked(tx, context, [id]);
    return { answer: { id }, tellings: [], replayed: false, handedOver: [] };
  });
}

async function insert(tx: Transaction, context: FactContext, input: CustomerInput): Promise<string> {
  const id = uuidv7();
  await tx.customer.create({
    data: {
      id,
      creditorId: context.creditorId,
      reference: input.reference,
      name: input.name,
      kind: input.kind,
      language: input.language,
      addressLines: input.address.lines,
      postalCode: input.address.postal_code,
      city: input.address.city,
      country: input.address.country,
      tags: input.tags,
      collectorId: input.collector_id ?? null,
      scenarioId: input.scenario_id ?? null,
      contentHash: contentHash(input),
    },
  });
  await insertContacts(tx, { id, creditorId: context.creditorId }, input.contacts);
  return id;
}

/** Refuses ids that another contact of the creditor has, with a pointer to each. Another creditor's do not exist here. */
async function insertContacts(
  tx: Transaction,
  customer: { id: string; creditorId: string },
  contacts: readonly ContactInput[],
): Promise<void> {
  const ids = contacts.flatMap(({ id }) => id ?? []);
  const taken = await tx.contact.findMany({
    where: { id: { in: ids }, customer: { creditorId: customer.creditorId } },
    select: { id: true },
  });
  const faults = contacts.flatMap(({ id }, position): Fault[] => {
    if (!taken.some((contact) => contact.id === id)) return [];
    const detail = 'Another contact has this id.';
    return [{ pointer: `/contacts/${String(position)}/id`, detail, fix: 'Leave the id of a new contact out.' }];
  });
  if (faults.length > 0) throw new FactRefused('invalid', 'contact_id_taken', faults[0]!.detail, faults);
  await tx.contact.createMany({ data: contactRows(customer.id, contacts) });
}
