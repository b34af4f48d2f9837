import { v7 as uuidv7 } from 'uuid';
import type { ImportKind } from '../../prisma/generated/enums.ts';
import type { Database } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { FactRefused } from '../refused.ts';
import { readHeader, tooLong } from './read-file.ts';

/**
 * Stores a file for its workflow to import; refuses one that is too long or whose header cannot be read. Returns its
 * id. A repeat with the same `requestKey` is the same import.
 */
export async function createImport(
  db: Database,
  context: FactContext,
  kind: ImportKind,
  bytes: Uint8Array,
  { requestKey = null, fileName = null }: { requestKey?: string | null; fileName?: string | null } = {},
): Promise<string> {
  const earlier = requestKey && (await db.import.findUnique({ where: { requestKey }, select: { id: true } }));
  if (earlier) return earlier.id;
  const why = tooLong(bytes);
  if (why !== null) throw new FactRefused('invalid', 'too_many_lines', why);
  readHeader(kind, bytes);
  const id = uuidv7();
  const content = new Uint8Array(bytes);
  const actor = { ...context.actor, keyId: context.keyId };
  await db.import.create({
    data: { id, creditorId: context.creditorId, kind, fileName, content, actor, requestKey, createdAt: context.at },
  });
  return id;
}
