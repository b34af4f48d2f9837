import { Prisma } from '../../prisma/generated/client.ts';
import type { Run } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';

/** How far a run is, in invoices. */
export interface RunFigures {
  /** `running` until every invoice was taken or refused and every message has left, failed or become uncertain. */
  status: 'running' | 'done';
  /** A mail that was accepted, a letter that was made; of a dry run what would be. */
  sent: number;
  /** Of these, registered letters that a person has yet to post. */
  toPost: number;
  /** Nobody knows whether it left. */
  uncertain: number;
  refused: number;
}

interface Counted {
  runId: string;
  sent: bigint;
  toPost: bigint;
  uncertain: bigint;
  refused: bigint;
}

const POSTED = Prisma.sql`m.status = 'rendered' AND m.kind = 'letter' AND m."letterKind" <> 'simple' AND NOT m."viaPrintProvider"`;
const UNDER_WAY = Prisma.sql`m.status IN ('reserved', 'rendered', 'sending', 'ambiguous')`;
const FALLEN = Prisma.sql`m.status IN ('failed', 'cancelled')`;

/** The figures of runs that were read as the caller's own: derived from their messages, never stored. */
export async function runFigures(
  db: Database,
  runs: readonly Pick<Run, 'id' | 'total' | 'takenAt'>[],
): Promise<Map<string, RunFigures>> {
  if (runs.length === 0) return new Map();
  const ids = Prisma.join(runs.map(({ id }) => Prisma.sql`${id}::uuid`));
  const rows = await db.$queryRaw<Counted[]>`
    SELECT i."runId",
      count(*) FILTER (WHERE i.state = 'taken' AND (m.id IS NULL OR (${POSTED}) OR NOT (${UNDER_WAY} OR ${FALLEN}))) AS "sent",
      count(*) FILTER (WHERE ${POSTED}) AS "toPost",
      count(*) FILTER (WHERE m.status = 'ambiguous') AS "uncertain",
      count(*) FILTER (WHERE i.state = 'refused' OR ${FALLEN}) AS "refused"
    FROM run_items i LEFT JOIN messages m ON m.id = i."messageId" WHERE i."runId" IN (${ids}) GROUP BY i."runId"`;
  const byId = new Map(rows.map((row) => [row.runId, row]));
  return new Map(runs.map((run) => [run.id, figuresOf(run, byId.get(run.id))]));
}

function figuresOf({ total, takenAt }: Pick<Run, 'total' | 'takenAt'>, counted: Counted | undefined): RunFigures {
  const [sent, toPost, uncertain, refused] = [
    Number(counted?.sent ?? 0),
    Number(counted?.toPost ?? 0),
    Number(counted?.uncertain ?? 0),
    Number(counted?.refused ?? 0),
  ];
  const isDone = takenAt !== null && sent + uncertain + refused === total;
  return { status: isDone ? 'done' : 'running', sent, toPost, uncertain, refused };
}
