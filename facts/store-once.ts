import { Prisma } from '../prisma/generated/client.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/**
 * Runs a fact's transaction. A fact that is there already, or two posts of one at once, meet on a unique index: the
 * transaction is rolled back and runs again (`isAgain`), and then finds the first one's row. So `store` looks for that row
 * itself, in the second run at least.
 */
export async function storeOnce<Result>(
  db: Database,
  store: (tx: Transaction, isAgain: boolean) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.$transaction((tx) => store(tx, false));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return db.$transaction((tx) => store(tx, true));
  }
}

/** Whether Postgres refused a row because another has its key; raw statements say it in another way than Prisma's own. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return (
    error.code === 'P2002' || (error.code === 'P2010' && JSON.stringify(error.meta ?? {}).includes('UniqueConstraint'))
  );
}
