import type { Database } from '../../../prisma/client.ts';

/** The names and sizes in bytes of files that went with a mail, in the order of the ids. */
export async function namedFiles(
  db: Database,
  creditorId: string,
  ids: readonly string[],
): Promise<{ id: string; filename: string; size: number }[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string; filename: string; size: number }[]>`
    SELECT id, filename, octet_length(bytes) AS size FROM attachments
    WHERE "creditorId" = ${creditorId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
