import type { Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';
import { refuseErased } from './refuse-erased.ts';

/** Locks one of the creditor's customers. Refuses one that does not exist (404) or was erased. */
export async function lockCustomer(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  customerId: string,
): Promise<void> {
  await lockEvenErased(tx, context, customerId);
  await refuseErased(tx, customerId);
}

/** Locks the customer, erased or not; 404 when there is none. */
export async function lockEvenErased(
  tx: Transaction,
  { creditorId }: Pick<FactContext, 'creditorId'>,
  customerId: string,
): Promise<void> {
  const where = { id: customerId, creditorId };
  if (!(await tx.customer.findFirst({ where, select: { id: true } }))) throw notFound();
  await lockCustomers(tx, [customerId]);
}
