import { ERASED_NAME } from '../../domain/erasure/retention.ts';
import type { Customer } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import { linesFor } from '../holds/expire-pause.ts';
import type { ErasureInput } from '../inputs/erasure.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { eraseDecisions, eraseHistory, eraseImports } from './erase-json.ts';
import { eraseMessages } from './erase-messages.ts';
import { eraseTexts } from './erase-texts.ts';
import { lockEvenErased } from './lock-customer.ts';
import { obstacleToErasure } from './obstacle-to-erasure.ts';

/** Bytes of thousands of messages take longer than a transaction has otherwise. */
const TRANSACTION = { timeout: 120_000 };

export type Erasure = Pick<Customer, 'id' | 'reference'> & { at: Date; by: string; reason: string };

/**
 * Erases what is personal of a customer (GDPR art. 17): who he is, where he is reached, what was written about and to him. Amounts,
 * days, numbers, levels, states and the SHA-256 of what was sent stay. Refuses by name while anything of him is open or to be kept. Again, it
 * answers the first erasure.
 */
export async function eraseCustomer(
  db: Database,
  context: FactContext,
  customerId: string,
  input: ErasureInput,
): Promise<FactOutcome<Erasure>> {
  return db.$transaction(async (tx) => {
    await lockEvenErased(tx, context, customerId);
    const before = await tx.customer.findUniqueOrThrow({ where: { id: customerId } });
    const done = erasureOf(before);
    if (done) return { answer: done, tellings: [], replayed: true, handedOver: [] };
    const obstacle = await obstacleToErasure(tx, context, customerId);
    if (obstacle) throw obstacle;
    await eraseMessages(tx, context, customerId);
    await eraseTexts(tx, customerId);
    await eraseDecisions(tx, context.creditorId, customerId);
    await eraseHistory(tx, context.creditorId, customerId, { dropsReference: input.replace_reference });
    await eraseImports(tx, context.creditorId);
    const after = await eraseCard(tx, context, customerId, input);
    const data = { reason: input.reason, customer: true };
    await recordHistory(tx, context, linesFor(customerId, await casesOf(tx, customerId), { kind: 'erased', data }));
    return { answer: erasureOf(after)!, tellings: [], replayed: false, handedOver: [] };
  }, TRANSACTION);
}

async function casesOf(tx: Transaction, customerId: string): Promise<string[]> {
  return (await tx.invoice.findMany({ where: { customerId }, select: { id: true } })).map(({ id }) => id);
}

/** Who erased a customer, when and why; null: nobody did. */
export function erasureOf(row: Customer): Erasure | null {
  const { id, reference, erasedAt: at, erasedBy: by, erasureReason: reason } = row;
  return at === null ? null : { id, reference, at, by: by ?? '', reason: reason ?? '' };
}

/** His name is nobody's, he has no address and no contact; the hash of what he was posted as goes too. */
async function eraseCard(tx: Transaction, { at, actor }: FactContext, id: string, input: ErasureInput) {
  await tx.contact.deleteMany({ where: { customerId: id } });
  return tx.customer.update({
    where: { id },
    data: {
      ...(input.replace_reference ? { reference: `erased-${id}` } : {}),
      name: ERASED_NAME,
      addressLines: [],
      postalCode: '',
      city: '',
      tags: [],
      contentHash: '',
      version: { increment: 1 },
      erasedAt: at,
      erasedBy: actor.name,
      erasureReason: input.reason,
    },
  });
}
