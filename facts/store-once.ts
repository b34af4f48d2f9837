import { Prisma } from '../prisma/generated/client.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/**
 * Runs a fact's transaction. Two posts of one fact at once meet on a unique index: the second's transaction is rolled back
 * and runs again, and then finds the first one's row. So `store` looks for that row itself, in every run.
 */
export async function storeOnce<Result>(db: Database, store: (tx: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await db.$transaction(store);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return db.$transaction(store);
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
