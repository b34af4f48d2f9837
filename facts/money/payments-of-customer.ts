import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

/**
 * A customer's payments: those that came as his, and those of another payer that are set against his invoices. With
 * `isFree` those alone of which something is still to be allocated, which is the payer's.
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
