import type { Transaction } from './client.ts';
import { isOutage } from './is-outage.ts';

/**
 * Does a part of a transaction that takes its own writes back, and no other, when it fails. Answers whether it succeeded; an outage is
 * thrown on, since nothing of the transaction can succeed then.
 */
export async function succeedsApart(tx: Transaction, part: () => Promise<unknown>): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT apart`;
  try {
    await part();
  } catch (error) {
    if (isOutage(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT apart`;
    return false;
  }
  await tx.$executeRaw`RELEASE SAVEPOINT apart`;
  return true;
}
