import { createCreditor } from '../facts/creditors/create-creditor.ts';
import { createDatabase } from '../prisma/client.ts';
import { loadPortfolio } from './seed/load-portfolio.ts';
import { removeCreditor } from './seed/remove-creditor.ts';
import { storeKeys } from './seed/store-keys.ts';
import { DEMO_CREDITOR } from './stack/child-environment.ts';
import type { DemoKeys } from './stack/secrets.ts';

const POOL_SIZE = 8;

/**
 * Sees that the database has the demonstration's creditor, with what is shipped, its keys and, when asked for, its
 * portfolio. Keys come last: a creditor that has some is whole and stays as it is, one without was interrupted and is made
 * anew. Tells nobody: startSeededCases() does, once a worker runs.
 */
export async function seed(
  databaseUrl: string,
  demoData: 'portfolio' | 'none',
  keys: DemoKeys,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const db = createDatabase(databaseUrl, POOL_SIZE);
  try {
    const found = await db.creditor.findUnique({ where: { slug: DEMO_CREDITOR }, include: { keys: { take: 1 } } });
    if (found && found.keys.length > 0) return await storeKeys(db, found.id, keys);
    if (found) await removeCreditor(db, found.id);
    const { id } = await createCreditor(db, { name: 'Horizon Diagnostics', slug: DEMO_CREDITOR });
    if (demoData === 'portfolio') await loadPortfolio(db, id, new Date(), log);
    await storeKeys(db, id, keys);
  } finally {
    await db.$disconnect();
  }
}
