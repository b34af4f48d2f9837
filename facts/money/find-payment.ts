import type { Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';

/** Names a payment. With `postedByKeyId` only what that key posted exists: one payment system does not see another's. */
export interface PaymentName {
  externalId: string;
  postedByKeyId?: string | undefined;
}

/** Takes the lock of every customer that the payment concerns, then reads it with what is still allocated of it. */
export async function takePayment(tx: Transaction, context: Pick<FactContext, 'creditorId'>, name: PaymentName) {
  const where = {
    creditorId: context.creditorId,
    externalId: name.externalId,
    ...(name.postedByKeyId === undefined ? {} : { keyId: name.postedByKeyId }),
  };
  const found = await tx.payment.findFirst({
    where,
    select: { customerId: true, allocations: { select: { invoice: { select: { customerId: true } } } } },
  });
  if (!found) throw notFound();
  await lockCustomers(tx, [found.customerId, ...found.allocations.map(({ invoice }) => invoice.customerId)]);
  return tx.payment.findFirstOrThrow({
    where,
    include: { allocations: { where: { reversedAt: null }, orderBy: { id: 'asc' } } },
  });
}

export type TakenPayment = Awaited<ReturnType<typeof takePayment>>;
