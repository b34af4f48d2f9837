import { OPEN_STATES } from '../../domain/messages/open-states.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Run } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { ITEM_POSTED_BY_PERSON, POSTED_BY_PERSON } from '../../prisma/posted-by-person.ts';
import { sqlWords } from '../../prisma/sql-words.ts';
import { STOPPED } from './stopped-run.ts';

/** How far a run is, in invoices. */
export interface RunFigures {
  /**
   * `running` until every invoice was taken or refused and every message has left, failed or become uncertain; also
   * when stopped.
   */
  status: 'running' | 'done';
  /** Mails accepted and letters made; for a dry run, what would be. */
  sent: number;
  /** Of `sent`: registered letters that a person has yet to post. */
  toPost: number;
  /** Of `sent`: letters that the print provider prints, franks and posts. */
  byProvider: number;
  /** Of `byProvider`: registered letters. */
  registeredByProvider: number;
  /** Messages of which nobody knows whether they left. */
  uncertain: number;
  /** Neither sent nor uncertain yet: a try got no clear answer, and the same message is tried again. */
  inDoubt: number;
  /** Neither sent nor uncertain yet: they wait until the provider takes messages again. */
  waitingForLine: number;
  refused: number;
  /** Of `refused`: what had not left when a person stopped the run. */
  stopped: number;
}

interface Counted {
  runId: string;
  sent: bigint;
  toPost: bigint;
  byProvider: bigint;
  registeredByProvider: bigint;
  uncertain: bigint;
  inDoubt: bigint;
  waitingForLine: bigint;
  refused: bigint;
  stopped: bigint;
}

const POSTED = Prisma.sql`m.status = 'rendered' AND ${POSTED_BY_PERSON}`;
/** The form of `POSTED` for a dry run, which has no messages. */
const WOULD_BE_POSTED = Prisma.sql`m.id IS NULL AND ${ITEM_POSTED_BY_PERSON}`;
const UNDER_WAY = Prisma.sql`m.status IN (${sqlWords(...OPEN_STATES)})`;
const FALLEN = Prisma.sql`m.status IN ('failed', 'cancelled')`;
const ON_ITS_WAY = Prisma.sql`${UNDER_WAY} AND m.status <> 'ambiguous'`;
const SENT = Prisma.sql`i.state = 'taken' AND (m.id IS NULL OR (${POSTED}) OR NOT (${UNDER_WAY} OR ${FALLEN}))`;
const BY_PROVIDER = Prisma.sql`${SENT} AND COALESCE(m."viaPrintProvider", i."viaPrintProvider")`;
const REGISTERED = Prisma.sql`COALESCE(m."letterKind", i."letterKind") IN ('registered', 'lre_qualified')`;

/** The figures of runs, which the caller has read as its own creditor's; computed from their messages, never stored. */
export async function runFigures(
  db: Database,
  runs: readonly Pick<Run, 'id' | 'total' | 'takenAt'>[],
): Promise<Map<string, RunFigures>> {
  if (runs.length === 0) return new Map();
  const ids = Prisma.join(runs.map(({ id }) => Prisma.sql`${id}::uuid`));
  const rows = await db.$queryRaw<Counted[]>`
    SELECT i."runId",
      count(*) FILTER (WHERE ${SENT}) AS "sent",
      count(*) FILTER (WHERE (${POSTED}) OR (${WOULD_BE_POSTED})) AS "toPost",
      count(*) FILTER (WHERE ${BY_PROVIDER}) AS "byProvider",
      count(*) FILTER (WHERE ${BY_PROVIDER} AND ${REGISTERED}) AS "registeredByProvider",
      count(*) FILTER (WHERE m.status = 'ambiguous') AS "uncertain",
      count(*) FILTER (WHERE ${ON_ITS_WAY} AND NOT m."waitsForLine" AND m."unknownSinceAt" IS NOT NULL) AS "inDoubt",
      count(*) FILTER (WHERE ${ON_ITS_WAY} AND m."waitsForLine") AS "waitingForLine",
      count(*) FILTER (WHERE i.state = 'refused' OR ${FALLEN}) AS "refused",
      count(*) FILTER (WHERE i.state = 'refused' AND i.code = ${STOPPED.code}) AS "stopped"
    FROM run_items i LEFT JOIN messages m ON m.id = i."messageId" WHERE i."runId" IN (${ids}) GROUP BY i."runId"`;
  const byId = new Map(rows.map((row) => [row.runId, row]));
  return new Map(runs.map((run) => [run.id, figuresOf(run, byId.get(run.id))]));
}

function figuresOf({ total, takenAt }: Pick<Run, 'total' | 'takenAt'>, counted: Counted | undefined): RunFigures {
  const [sent, uncertain, refused] = [
    Number(counted?.sent ?? 0),
    Number(counted?.uncertain ?? 0),
    Number(counted?.refused ?? 0),
  ];
  const isDone = takenAt !== null && sent + uncertain + refused === total;
  return {
    ...{ status: isDone ? 'done' : 'running', sent, uncertain, refused },
    inDoubt: Number(counted?.inDoubt ?? 0),
    waitingForLine: Number(counted?.waitingForLine ?? 0),
    toPost: Number(counted?.toPost ?? 0),
    byProvider: Number(counted?.byProvider ?? 0),
    registeredByProvider: Number(counted?.registeredByProvider ?? 0),
    stopped: Number(counted?.stopped ?? 0),
  };
}
