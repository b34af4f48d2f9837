import type { Transaction } from '../../prisma/client.ts';
import { isHashOf } from '../content-hash.ts';
import type { PaymentInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome, HandedOver } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import type { PaymentAnswer } from './payment-answer.ts';

/**
 * A payment that was stored before: its first answer, and what the workflows still have not heard. Null when there is none
 * under this id; a conflict when it said something else. To a payment system another one's payment does not exist: that its id is
 * taken is all that it learns, in the same words.
 */
export async function replayPayment(
  tx: Transaction,
  context: FactContext,
  input: PaymentInput,
  { asPaymentSystem }: { asPaymentSystem: boolean },
): Promise<FactOutcome<PaymentAnswer> | null> {
  const payment = await tx.payment.findFirst({
    where: { creditorId: context.creditorId, externalId: input.external_id },
  });
  if (!payment) return null;
  const isForeign = asPaymentSystem && (await isOfAnotherSystem(tx, context, payment.keyId));
  if (!isHashOf(payment.contentHash, input) || isForeign) {
    throw conflict('other_content', 'Another payment was posted under this external_id.');
  }
  // It has shown that it knows the payment: from now on it is one that this system posted, which it may read and reverse.
  if (asPaymentSystem && payment.keyId !== context.keyId)
    await tx.payment.updateMany({ where: { id: payment.id }, data: { keyId: context.keyId ?? null } });
  const stored = payment.answer as unknown as PaymentAnswer & { handedOver: HandedOver[] };
  const answer = inOrder(stored);
  const { customerId, currency } = payment;
  const touched = [
    { allocations: { some: { paymentId: payment.id } } },
    ...(answer.unallocated_cents > 0 ? [{ customerId, currency, closedAs: null }] : []),
  ];
  const telling = { signal: 'paymentReceived', data: { paymentId: payment.id } } as const;
  return {
    answer,
    tellings: await tellUntold(tx, { OR: touched }, telling),
    replayed: true,
    handedOver: stored.handedOver,
  };
}

/** A person, an import, the signed webhook and a key that was taken back since report the same payment, not another system's. */
async function isOfAnotherSystem(tx: Transaction, context: FactContext, keyId: string | null): Promise<boolean> {
  if (keyId === null || keyId === context.keyId) return false;
  const key = await tx.apiKey.findUnique({ where: { id: keyId }, select: { role: true, revokedAt: true } });
  return key?.role === 'payments' && key.revokedAt === null;
}

/** JSONB forgets the order of fields; a repeat is answered as the first post was, to the byte. */
function inOrder({ id, allocations, unallocated_cents }: PaymentAnswer): PaymentAnswer {
  return {
    id,
    allocations: allocations.map(({ invoice_number, balance_cents, status }) => ({
      invoice_number,
      balance_cents,
      status,
    })),
    unallocated_cents,
  };
}
