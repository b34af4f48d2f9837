import type { Transaction } from './client.ts';
import { isOutage } from './is-outage.ts';

/**
 * Runs a part of a transaction in a savepoint, so that a failure undoes only that part. Returns what it threw, or null;
 * an outage is rethrown, because the transaction cannot succeed then.
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
