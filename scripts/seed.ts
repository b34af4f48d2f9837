import { createCreditor } from '../facts/creditors/create-creditor.ts';
import { createDatabase, type Database } from '../prisma/client.ts';
import { loadPortfolio } from './seed/load-portfolio.ts';
import { removeCreditor } from './seed/remove-creditor.ts';
import { storeKeys } from './seed/store-keys.ts';
import { storePeople } from './seed/store-people.ts';
import { DEMO_CREDITOR } from '../facts/demo/demo-creditor.ts';
import type { DemoKeys } from './stack/secrets.ts';

const POOL_SIZE = 8;

/**
 * Ensures that the database has the demonstration's creditor with the shipped content, its keys, users to sign in as and,
 * when asked for, its portfolio. The keys are stored last: a creditor that has keys is complete and stays as it is, one
 * without was interrupted and is created again. Tells no workflows: startSeededCases() does that once a worker runs.
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
    const id =
      found && found.keys.length > 0
        ? found.id
        : await makeCreditor(db, found?.id ?? null, demoData === 'portfolio', log);
    await storeKeys(db, id, keys);
    await storePeople(db, id);
  } finally {
    await db.$disconnect();
  }
}

async function makeCreditor(
  db: Database,
  interruptedId: string | null,
  withPortfolio: boolean,
  log: (line: string) => void,
): Promise<string> {
  if (interruptedId) await removeCreditor(db, interruptedId);
  const { id } = await createCreditor(db, { name: 'Horizon Diagnostics', slug: DEMO_CREDITOR });
  if (withPortfolio) await loadPortfolio(db, id, new Date(), log);
  return id;
}
