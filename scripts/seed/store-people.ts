import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../prisma/client.ts';
import { DEMO_ADMIN, DEMO_USERS } from '../../prisma/demo-data/staff.ts';

/** Ensures that there is a user of each role to sign in as: the console's demonstration takes the first. */
export async function storePeople(db: Database, creditorId: string): Promise<void> {
  const known = await db.user.findMany({ where: { creditorId }, select: { role: true } });
  const roles = new Set<string>(known.map(({ role }) => role));
  const missing = [...DEMO_USERS, DEMO_ADMIN].filter(({ role }) => !roles.has(role));
  const data = missing.map((user) => ({ id: uuidv7(), creditorId, ...user }));
  await db.user.createMany({ data, skipDuplicates: true });
}
