import { Prisma } from '../prisma/generated/client.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/**
 * Runs a fact's transaction. Two posts of one fact at once meet on a unique index: the one that lost is rolled back and runs
 * again, and then finds the first one's row. So `store` begins by looking for it.
 */
export async function storeOnce<Result>(db: Database, store: (tx: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await db.$transaction(store);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return db.$transaction(store);
  }
}

/** Whether Postgres refused a row because another has its key; raw statements say it in another way than Prisma's own. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return (
    error.code === 'P2002' || (error.code === 'P2010' && JSON.stringify(error.meta ?? {}).includes('UniqueConstraint'))
  );
}
