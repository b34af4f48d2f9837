import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Role } from '../../prisma/generated/enums.ts';
import { sha256 } from '../content-hash.ts';

export interface NewKey {
  /** Null for an operator's key. */
  creditorId: string | null;
  name: string;
  role: Role;
  /** The user in whose name the key acts, when it is a person's. */
  userId?: string | null;
  /** A key to store instead of a new one, for a stack that restarts with the keys it had. */
  key?: string;
}

/** What is stored of a key: its SHA-256, in hexadecimal. */
export const hashOfKey = (key: string): string => sha256(key);

/** Makes an API key. The key itself is only in the returned value; it cannot be read again. */
export async function createKey(db: Database | Transaction, wanted: NewKey): Promise<{ id: string; key: string }> {
  const key = wanted.key ?? `rel_${randomBytes(32).toString('base64url')}`;
  const id = uuidv7();
  const { creditorId, name, role, userId = null } = wanted;
  await db.apiKey.create({ data: { id, creditorId, userId, name, role, hash: hashOfKey(key) } });
  return { id, key };
}
