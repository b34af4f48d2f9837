import type { Transaction } from '../../prisma/client.ts';
import { lockCustomersNamed } from '../../prisma/lock.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';

/**
 * Names a payment. With `postedByKeyId`, a payment system's key, only that system's payments exist: it does not see
 * another's.
 */
export interface PaymentName {
  externalId: string;
  postedByKeyId?: string | undefined;
}

/** The filter for that payment. Revoked keys count as the same system's, from before it got a new key. */
export async function namedPayment(db: Pick<Transaction, 'apiKey'>, { externalId, postedByKeyId }: PaymentName) {
  if (postedByKeyId === undefined) return { externalId };
  const before = await db.apiKey.findMany({
    where: { role: 'payments', revokedAt: { not: null } },
    select: { id: true },
  });
  return { externalId, keyId: { in: [postedByKeyId, ...before.map(({ id }) => id)] } };
}

/**
 * Takes the lock of every customer whom the payment concerns, and of the one who owes `forInvoice` (a number), then
 * reads the payment with its current allocations.
 */
export async function takePayment(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  name: PaymentName,
  forInvoice?: string,
) {
  const { creditorId } = context;
  const where = { creditorId, ...(await namedPayment(tx, name)) };
  const found = await tx.payment.findFirst({ where, select: { id: true, customerId: true } });
  if (!found) throw notFound();
  const debt =
    forInvoice === undefined
      ? null
      : await tx.invoice.findFirst({ where: { creditorId, number: forInvoice }, select: { customerId: true } });
  // An allocation takes the payer's lock: what was allocated while we waited for it is read under it.
  const { customerId } = found;
  await lockCustomersNamed(tx, async () => [
    ...(await debtorsOf(tx, found.id)),
    ...(debt ? [customerId, debt.customerId] : [customerId]),
  ]);
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
