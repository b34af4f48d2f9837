import type { Database, Transaction } from '../prisma/client.ts';

/** Carries what was read out of a transaction of which nothing is to be kept. */
class NothingKept<T> extends Error {
  override readonly name = 'NothingKept';
  readonly read: T;
  constructor(read: T) {
    super('a preview keeps nothing');
    this.read = read;
  }
}

/** What a fact comes to: `read` does everything as it would be done, and nothing of it stays. Refuses what would be refused. */
export async function keepNothing<T>(db: Database, read: (tx: Transaction) => Promise<T>): Promise<T> {
  const done = db.$transaction(async (tx): Promise<never> => {
    throw new NothingKept(await read(tx));
  });
  return done.catch((error: unknown) => {
    if (error instanceof NothingKept) return error.read as T;
    throw error;
  });
}
