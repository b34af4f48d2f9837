import type { Database, Transaction } from '../prisma/client.ts';

/** Carries a result out of a transaction that is rolled back. */
class NothingKept<T> extends Error {
  override readonly name = 'NothingKept';
  readonly read: T;
  constructor(read: T) {
    super('a preview keeps nothing');
    this.read = read;
  }
}

/**
 * Previews a fact: runs `read` in a transaction, rolls it back and returns the result. Refuses what the fact would
 * refuse.
 */
export async function keepNothing<T>(db: Database, read: (tx: Transaction) => Promise<T>): Promise<T> {
  const done = db.$transaction(async (tx): Promise<never> => {
    throw new NothingKept(await read(tx));
  });
  return done.catch((error: unknown) => {
    if (error instanceof NothingKept) return error.read as T;
    throw error;
  });
}
