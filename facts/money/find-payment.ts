import type { Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';

/** Names a payment. With `postedByKeyId` only what that key posted exists: one payment system does not see another's. */
export interface PaymentName {
  externalId: string;
  postedByKeyId?: string | undefined;
}

/**
 * Takes the lock of every customer that the payment concerns, and of the one who owes `forInvoice` (a number), then reads
 * the payment with what is still allocated of it.
 */
export async function takePayment(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  name: PaymentName,
  forInvoice?: string,
) {
  const { creditorId } = context;
  const where = {
    creditorId,
    externalId: name.externalId,
    ...(name.postedByKeyId === undefined ? {} : { keyId: name.postedByKeyId }),
  };
  const found = await tx.payment.findFirst({ where, select: { id: true, customerId: true } });
  if (!found) throw notFound();
  const debt =
    forInvoice === undefined
      ? null
      : await tx.invoice.findFirst({ where: { creditorId, number: forInvoice }, select: { customerId: true } });
  const before = await debtorsOf(tx, found.id);
  await lockCustomers(tx, [found.customerId, ...before, ...(debt ? [debt.customerId] : [])]);
  // Whoever allocates holds the payer's lock: what was allocated while we waited for it is seen now.
  await lockCustomers(tx, await debtorsOf(tx, found.id));
  return tx.payment.findFirstOrThrow({
    where,
    include: { allocations: { where: { reversedAt: null }, orderBy: { id: 'asc' } } },
  });
}

/** The customers whose invoices the payment is set against. */
async function debtorsOf(tx: Transaction, paymentId: string): Promise<string[]> {
  const debts = await tx.invoice.findMany({
    where: { allocations: { some: { paymentId, reversedAt: null } } },
    distinct: ['customerId'],
    select: { customerId: true },
  });
  return debts.map(({ customerId }) => customerId);
}

export type TakenPayment = Awaited<ReturnType<typeof takePayment>>;
