import { createKey, hashOfKey } from '../../facts/creditors/create-key.ts';
import type { Database } from '../../prisma/client.ts';
import type { DemoKeys } from '../stack/secrets.ts';

/**
 * Sees that the demonstration's keys are there, all or none. Those of collector and supervisor are the first user's of that
 * role, where there is one: what is done with them is then done by a person.
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
