import type { Transaction } from '../../prisma/client.ts';
import { isHashOf } from '../content-hash.ts';
import type { PaymentInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome, HandedOver } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import type { PaymentAnswer } from './payment-answer.ts';

/**
 * The first answer of a payment that was stored before, with what workflows still have not heard. Null when none has
 * this id; a conflict when it had other content. For a payment system another system's payment does not exist: it only
 * learns, in the same words, that the id is taken.
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
  // The sender has shown that it knows the payment: from now on it counts as posted by this system, which may read and
  // reverse it.
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

/**
 * True for a payment of another active payment system. People, imports, the signed webhook and revoked keys report the
 * same payments.
 */
async function isOfAnotherSystem(tx: Transaction, context: FactContext, keyId: string | null): Promise<boolean> {
  if (keyId === null || keyId === context.keyId) return false;
  const key = await tx.apiKey.findUnique({ where: { id: keyId }, select: { role: true, revokedAt: true } });
  return key?.role === 'payments' && key.revokedAt === null;
}

/** JSONB forgets the order of fields, and a repeat must be answered like the first post, byte for byte. */
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
