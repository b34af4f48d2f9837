import { Prisma } from '../prisma/generated/client.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/**
 * Runs a fact's transaction. When the same fact is posted twice at once, a unique index rolls one of them back; it runs
 * again and finds the other's row. So `store` has to look for that row first.
 */
export async function storeOnce<Result>(db: Database, store: (tx: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await db.$transaction(store);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return db.$transaction(store);
  }
}

/**
 * True when Postgres refused a row because its key exists. Raw statements report this differently from Prisma's own.
 */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return (
    error.code === 'P2002' || (error.code === 'P2010' && JSON.stringify(error.meta ?? {}).includes('UniqueConstraint'))
  );
}
