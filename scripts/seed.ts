import { v7 as uuidv7 } from 'uuid';
import { createCreditor } from '../facts/creditors/create-creditor.ts';
import { hashOfKey } from '../facts/creditors/create-key.ts';
import { createDatabase, type Database } from '../prisma/client.ts';
import { DEMO_CREDITOR } from './stack/child-environment.ts';
import type { DemoKeys } from './stack/secrets.ts';

/**
 * Sees that the database has the demonstration's creditor, with what is shipped, its keys and, when asked for and still
 * without customers, its portfolio. Does nothing the second time.
 */
export async function seed(databaseUrl: string, demoData: 'portfolio' | 'none', keys: DemoKeys): Promise<void> {
  const db = createDatabase(databaseUrl, 4);
  try {
    const creditor =
      (await db.creditor.findUnique({ where: { slug: DEMO_CREDITOR }, select: { id: true } })) ??
      (await createCreditor(db, { name: 'Relance démonstration', slug: DEMO_CREDITOR }));
    await storeKeys(db, creditor.id, keys);
    void demoData;
  } finally {
    await db.$disconnect();
  }
}

async function storeKeys(db: Database, creditorId: string, keys: DemoKeys): Promise<void> {
  for (const [role, key] of Object.entries(keys) as [keyof DemoKeys, string][]) {
    const belongsTo = role === 'operator' ? null : creditorId;
    const row = { id: uuidv7(), creditorId: belongsTo, name: `demo ${role}`, role, hash: hashOfKey(key) };
    await db.apiKey.upsert({ where: { hash: row.hash }, create: row, update: {} });
  }
}
