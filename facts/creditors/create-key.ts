import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Role } from '../../prisma/generated/enums.ts';
import { sha256 } from '../content-hash.ts';

export interface NewKey {
  /** null: an operator's. */
  creditorId: string | null;
  name: string;
  role: Role;
  /** Whose acts the key's are, when it is a person's. */
  userId?: string | null;
  /** A key that exists already, for a stack that starts again with the same ones; a new one is made otherwise. */
  key?: string;
}

/** What is kept of a key: its SHA-256, in hexadecimal. */
export const hashOfKey = (key: string): string => sha256(key);

/** Makes an API key. The key itself is in the answer and nowhere else. */
export async function createKey(db: Database | Transaction, wanted: NewKey): Promise<{ id: string; key: string }> {
  const key = wanted.key ?? `rel_${randomBytes(32).toString('base64url')}`;
  const id = uuidv7();
  const { creditorId, name, role, userId = null } = wanted;
  await db.apiKey.create({ data: { id, creditorId, userId, name, role, hash: hashOfKey(key) } });
  return { id, key };
}
