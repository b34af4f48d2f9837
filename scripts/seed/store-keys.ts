import { createKey, hashOfKey } from '../../facts/creditors/create-key.ts';
import type { Database } from '../../prisma/client.ts';
import type { DemoKeys } from '../stack/secrets.ts';

/**
 * Ensures that the demonstration's keys exist, all or none. A key belongs to the first user of its role, where there is
 * one, so that its actions are recorded as that person's.
 */
export async function storeKeys(db: Database, creditorId: string, keys: DemoKeys): Promise<void> {
  await db.$transaction(async (tx) => {
    const users = await tx.user.findMany({ where: { creditorId }, orderBy: { id: 'asc' } });
    const known = await tx.apiKey.findMany({ where: { hash: { in: Object.values(keys).map(hashOfKey) } } });
    const hashes = new Set(known.map(({ hash }) => hash));
    for (const [role, key] of Object.entries(keys) as [keyof DemoKeys, string][]) {
      if (hashes.has(hashOfKey(key))) continue;
      const userId = users.find((user) => user.role === role)?.id ?? null;
      await createKey(tx, {
        creditorId: role === 'operator' ? null : creditorId,
        name: `demo ${role}`,
        role,
        userId,
        key,
      });
    }
  });
}
