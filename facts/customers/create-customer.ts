import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import { checkReferences } from '../check-references.ts';
import { contentHash } from '../content-hash.ts';
import { recordHistory } from '../history.ts';
import type { CustomerInput } from '../inputs/customer.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict, invalid } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { contactRows } from './contact-rows.ts';

/**
 * Stores a customer. The same one again (by its reference) answers the first; other content is a conflict. Answers the id.
 */
export async function createCustomer(
  db: Database,
  context: FactContext,
  input: CustomerInput,
): Promise<FactOutcome<{ id: string }>> {
  return storeOnce(db, async (tx) => {
    const hash = contentHash(input);
    const known = await tx.customer.findFirst({
      where: { creditorId: context.creditorId, reference: input.reference },
    });
    if (known && known.contentHash !== hash)
      throw conflict('other_content', `Another customer was posted under the reference ${input.reference}.`);
    if (known) return { answer: { id: known.id }, tellings: [], replayed: true, handedOver: [] };
    await refuse(tx, context, input);
    const id = await insert(tx, context, input, hash);
    await recordHistory(tx, context, [{ customerId: id, kind: 'created', data: { number: input.reference } }]);
    return { answer: { id }, tellings: [], replayed: false, handedOver: [] };
  });
}

async function refuse(tx: Transaction, context: FactContext, input: CustomerInput): Promise<void> {
  const { collector_id: collectorId, scenario_id: scenarioId } = input;
  await checkReferences(tx, context.creditorId, { collectorId, scenarioId });
  const ids = input.contacts.flatMap(({ id }) => id ?? []);
  if (ids.length === 0 || (await tx.contact.count({ where: { id: { in: ids } } })) === 0) return;
  throw invalid(
    'contact_id_taken',
    '/contacts',
    'A contact has an id that is taken.',
    'Leave the ids of new contacts out.',
  );
}

async function insert(tx: Transaction, context: FactContext, input: CustomerInput, hash: string): Promise<string> {
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
      contentHash: hash,
    },
  });
  await tx.contact.createMany({ data: contactRows(id, input.contacts) });
  return id;
}
