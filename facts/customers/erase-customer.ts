import { ERASED_NAME } from '../../domain/erasure/retention.ts';
import type { Customer } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import { linesFor } from '../holds/expire-pause.ts';
import type { ErasureInput } from '../inputs/erasure.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { eraseAnswers, forgetRefusals } from './erase-answers.ts';
import { eraseDecisions, eraseHistory, replaceInRefusals } from './erase-json.ts';
import { eraseMessages } from './erase-messages.ts';
import { eraseTexts } from './erase-texts.ts';
import { lockEvenErased } from './lock-customer.ts';
import { obstacleToErasure } from './obstacle-to-erasure.ts';

/** Erasing the bytes of thousands of messages takes longer than a transaction's usual limit. */
const TRANSACTION = { timeout: 120_000 };

export type Erasure = Pick<Customer, 'id' | 'reference'> & { at: Date; by: string; reason: string };

/**
 * Erases a customer's personal data (GDPR art. 17): name, addresses, and what was written about and to the customer.
 * Amounts, days, numbers, levels, states and the SHA-256 of what was sent stay. Refuses, with the obstacle's code,
 * while anything is open or must be retained. Called again, it erases what was written since (and the reference, if
 * asked for now) and returns the first erasure.
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
    const first = erasureOf(before);
    // An erased customer is only checked when something was written since, which stays if it must be retained.
    if (!first) await refuseObstacle(tx, context, customerId);
    const erased = await eraseWords(tx, context, before, input);
    if (first && erased === 0) return { answer: first, tellings: [], replayed: true, handedOver: [] };
    if (first) await refuseObstacle(tx, context, customerId);
    await eraseAnswers(tx, context.creditorId, customerId);
    const after = await eraseCard(tx, context, before, input);
    const data = { reason: input.reason, customer: true };
    await recordHistory(tx, context, linesFor(customerId, await casesOf(tx, customerId), { kind: 'erased', data }));
    return { answer: erasureOf(after)!, tellings: [], replayed: first !== null, handedOver: [] };
  }, TRANSACTION);
}

async function refuseObstacle(tx: Transaction, context: FactContext, customerId: string): Promise<void> {
  const obstacle = await obstacleToErasure(tx, context, customerId);
  if (obstacle) throw obstacle;
}

/** Erases everything except the customer's own row. Returns in how many places there was something. */
async function eraseWords(tx: Transaction, context: FactContext, customer: Customer, input: ErasureInput) {
  const { creditorId } = context;
  const { id } = customer;
  const { reference: before } = customer;
  const after = replacedReference(id);
  const dropsReference = input.replace_reference && before !== after;
  if (dropsReference) await replaceInRefusals(tx, creditorId, { before, after });
  if (dropsReference) await forgetRefusals(tx, creditorId, before);
  return (
    (await eraseMessages(tx, context, id)) +
    (await eraseTexts(tx, id)) +
    (await eraseDecisions(tx, creditorId, id)) +
    (await eraseHistory(tx, creditorId, id, { dropsReference })) +
    (dropsReference ? 1 : 0)
  );
}

const replacedReference = (id: string) => `erased-${id}`;

async function casesOf(tx: Transaction, customerId: string): Promise<string[]> {
  return (await tx.invoice.findMany({ where: { customerId }, select: { id: true } })).map(({ id }) => id);
}

/** Who erased a customer, when and why; null when nobody did. */
export function erasureOf(row: Customer): Erasure | null {
  const { id, reference, erasedAt: at, erasedBy: by, erasureReason: reason } = row;
  return at === null ? null : { id, reference, at, by: by ?? '', reason: reason ?? '' };
}

/** Clears the name, address, contacts and content hash. Who erased the customer first stays recorded. */
async function eraseCard(tx: Transaction, { at, actor }: FactContext, { id, erasedAt }: Customer, input: ErasureInput) {
  await tx.contact.deleteMany({ where: { customerId: id } });
  return tx.customer.update({
    where: { id },
    data: {
      ...(input.replace_reference ? { reference: replacedReference(id) } : {}),
      name: ERASED_NAME,
      addressLines: [],
      postalCode: '',
      city: '',
      tags: [],
      contentHash: '',
      version: { increment: 1 },
      ...(erasedAt === null ? { erasedAt: at, erasedBy: actor.name, erasureReason: input.reason } : {}),
    },
  });
}
