import type { Import } from '../../prisma/generated/client.ts';
import type { Refusal } from './store-unit.ts';
import { asActor } from '../stored-json.ts';

/**
 * An import in the API's form. `refused_count` is exact; `refused` lists the first ten thousand rows, by line, and so
 * does `warnings`, for rows that were stored all the same.
 */
export function importAnswer(row: Omit<Import, 'content'>) {
  const byLine = (rows: unknown) => (rows as Refusal[]).toSorted((a, b) => a.line - b.line);
  const refused = byLine(row.refused);
  const { kind, name } = asActor(row.actor);
  const done = row.status === 'done';
  return {
    id: row.id,
    kind: row.kind,
    file_name: row.fileName,
    status: row.status,
    total: row.total,
    accepted: row.accepted,
    refused_count: done ? row.total - row.accepted : refused.length,
    refused,
    warnings: byLine(row.warnings),
    actor: { kind, name },
    created_at: row.createdAt.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}
