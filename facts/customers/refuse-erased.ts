import type { Transaction } from '../../prisma/client.ts';
import { conflict, type FactRefused } from '../refused.ts';

export const customerErased = (): FactRefused =>
  conflict('customer_erased', 'This customer was erased: nothing more is kept about him.');

/** Refuses to write anything about a customer whose personal data was erased. Call it under the customer's lock. */
export async function refuseErased(tx: Transaction, customerId: string): Promise<void> {
  const { erasedAt } = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { erasedAt: true } });
  if (erasedAt !== null) throw customerErased();
}
