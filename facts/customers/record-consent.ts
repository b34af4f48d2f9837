import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../prisma/client.ts';
import type { Consent } from '../../prisma/generated/client.ts';
import { recordHistory } from '../history.ts';
import type { ConsentInput } from '../inputs/customer.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { lockCustomer } from './lock-customer.ts';

/** Stores a customer's consent with its evidence. Refuses an instant in the future. */
export async function recordConsent(
  db: Database,
  context: FactContext,
  customerId: string,
  input: ConsentInput,
): Promise<Consent> {
  const givenAt = new Date(input.given_at);
  if (givenAt > context.at)
    throw invalid(
      'day_to_come',
      '/given_at',
      'This instant is still to come.',
      'Give the instant at which it was given.',
    );
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, context, customerId);
    const { kind, evidence } = input;
    const { creditorId, actor } = context;
    const id = uuidv7();
    const kept = await tx.consent.create({
      data: { id, creditorId, customerId, kind, givenAt, evidence, recordedBy: actor.name, createdAt: context.at },
    });
    const text = `consentement aux recommandés électroniques\u00a0: ${evidence}`;
    await recordHistory(tx, context, [{ customerId, kind: 'note', data: { text, customer: true } }]);
    return kept;
  });
}
