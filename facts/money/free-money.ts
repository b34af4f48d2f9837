import type { Transaction } from '../../prisma/client.ts';
import type { Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';

/**
 * The customer's unallocated money changed: the other open invoices in that currency are planned again, because a step
 * whose claim is covered needs a person. Raises their versions and returns what to tell them.
 */
export async function tellFreeMoney(
  tx: Transaction,
  owner: { customerId: string; currency: string; except: readonly string[] },
  telling: Omit<Telling, 'invoiceId'>,
): Promise<Telling[]> {
  const { customerId, currency, except } = owner;
  const open = await tx.invoice.findMany({
    where: { customerId, currency, kind: 'invoice', closedAs: null, id: { notIn: [...except] } },
    select: { id: true },
  });
  const ids = open.map(({ id }) => id);
  if (ids.length > 0) await raiseVersion(tx, ids);
  return ids.map((invoiceId) => ({ invoiceId, ...telling }));
}
