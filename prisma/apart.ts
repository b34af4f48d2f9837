import type { Transaction } from './client.ts';
import { isOutage } from './is-outage.ts';

/**
 * Does a part of a transaction that takes its own writes back, and no other, when it fails. Answers what it threw, null when nothing;
 * an outage is thrown on, since nothing of the transaction can succeed then.
 */
export async function failureApart(tx: Transaction, part: () => Promise<unknown>): Promise<Error | null> {
  await tx.$executeRaw`SAVEPOINT apart`;
  try {
    await part();
  } catch (error) {
    if (!(error instanceof Error) || isOutage(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT apart`;
    return error;
  }
  await tx.$executeRaw`RELEASE SAVEPOINT apart`;
  return null;
}
