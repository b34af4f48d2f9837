import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

/**
 * A filter for a customer's payments: their own, and other payers' that are set against the customer's invoices. With
 * `isFree`, only the customer's own payments with something left to allocate.
 */
export async function paymentsOfCustomer(
  db: Database,
  customerId: string,
  isFree: boolean,
): Promise<Prisma.PaymentWhereInput> {
  if (isFree) return { customerId, unallocatedCents: { gt: 0 } };
  const ofOthers = await db.allocation.findMany({
    where: { invoice: { customerId }, reversedAt: null, payment: { customerId: { not: customerId } } },
    distinct: ['paymentId'],
    select: { paymentId: true },
  });
  const ids = ofOthers.flatMap(({ paymentId }) => paymentId ?? []);
  return ids.length > 0 ? { OR: [{ customerId }, { id: { in: ids } }] } : { customerId };
}
