import type { Transaction } from '../../prisma/client.ts';
import type { FactContext, FactOutcome, HandedOver } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import type { PaymentAnswer } from './payment-answer.ts';

/**
 * A payment that was stored before: its first answer, and what the workflows still have not heard. Null when there is none
 * under this id; a conflict when it said something else.
 */
export async function replayPayment(
  tx: Transaction,
  context: FactContext,
  externalId: string,
  hash: string,
): Promise<FactOutcome<PaymentAnswer> | null> {
  const payment = await tx.payment.findFirst({ where: { creditorId: context.creditorId, externalId } });
  if (!payment) return null;
  if (payment.contentHash !== hash) {
    throw conflict('other_content', 'Another payment was posted under this external_id.');
  }
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
