import type { Database } from '../../prisma/client.ts';

/** Files of up to 20 MB each. */
const AT_ONCE = 20;

/**
 * Empties the files of imports that are done, which nothing reads again: those of a release that kept them, some at a time. The newer
 * ones are emptied as they are done.
 */
export async function forgetFiles(db: Database, creditorId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE imports SET content = ''::bytea WHERE id IN (
      SELECT id FROM imports
      WHERE "creditorId" = ${creditorId}::uuid AND status = 'done' AND octet_length(content) > 0 LIMIT ${AT_ONCE})`;
}
