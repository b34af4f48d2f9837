import type { Database } from '../../prisma/client.ts';

/** Files have up to 20 MB each. */
const AT_ONCE = 20;

/**
 * Empties files of finished imports, some at a time: an earlier release kept them, and nothing reads them again.
 * Imports of this release empty their files when they finish.
 */
export async function forgetFiles(db: Database, creditorId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE imports SET content = ''::bytea WHERE id IN (
      SELECT id FROM imports
      WHERE "creditorId" = ${creditorId}::uuid AND status = 'done' AND octet_length(content) > 0 LIMIT ${AT_ONCE})`;
}
