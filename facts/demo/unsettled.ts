import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { OPEN_STATES } from '../../domain/messages/open-states.ts';
import { kindsStopping } from '../../domain/messages/stopping-holds.ts';
import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { POSTED_BY_PERSON } from '../../prisma/posted-by-person.ts';
import { sqlWords } from '../../prisma/sql-words.ts';

const STOPPING_SPECIFIC = sqlWords(...kindsStopping('specific_action'));

/** Whether the promise `h` is younger than the action whose own hold is `own`, or was over by mistake when it was planned. */
const PROMISE_STOPS_IT = Prisma.sql`(
  h."sinceAt" > own."sinceAt" OR own."sinceAt" >= h."lapsedAt" AND own."sinceAt" < h."againAt"
  OR EXISTS (
    SELECT FROM jsonb_to_recordset(h."earlierLapses") AS e("lapsedAt" timestamptz, "againAt" timestamptz)
    WHERE own."sinceAt" >= e."lapsedAt" AND own."sinceAt" < e."againAt"
  )
)`;

/**
 * The number of things due at or before `at` that are still to be done, for all creditors. Things that wait for a
 * person or for a later try do not count. One statement sees one instant: what moves from one place to the next in a
 * transaction is counted once.
 */
export async function countUnsettled(db: Database, at: Date): Promise<number> {
  const [row] = await db.$queryRaw<[{ left: number }]>`
    WITH workable AS (
      SELECT id, "customerId", version > "plannedVersion" AS "isToPlan" FROM invoices
      WHERE kind = 'invoice' AND "closedAs" IS NULL AND "attentionCode" IS NULL
    ), held AS (
      SELECT "customerId", "invoiceId", kind, "sinceAt", "lapsedAt", "againAt", "earlierLapses", "actionId" FROM holds WHERE "endedAt" IS NULL
    ), holds_to_end AS (
      SELECT FROM holds h LEFT JOIN invoices i ON i.id = h."invoiceId"
      WHERE h."endedAt" IS NULL AND h."endsAt" <= ${at} AND CASE
        WHEN h."invoiceId" IS NULL THEN EXISTS (SELECT FROM workable w WHERE w."customerId" = h."customerId")
        ELSE i."closedAs" IS NULL END
    ), steps_to_leave_or_lapse AS (
      SELECT FROM open_steps s JOIN workable w ON w.id = s."invoiceId"
      WHERE (s.mode = 'automatic' AND s."dueAt" <= ${at} OR s."lapsesAt" <= ${at}) AND s."messageId" IS NULL
        -- A letter that waits to be posted does not leave by itself: its step is not carried, but its action has it.
        AND NOT EXISTS (SELECT FROM actions a WHERE a.id = s."actionId" AND a."messageId" IS NOT NULL AND s.mode = 'automatic')
        AND NOT EXISTS (SELECT FROM held h WHERE h."invoiceId" = w.id)
        AND NOT EXISTS (SELECT FROM held h WHERE h."invoiceId" IS NULL AND h."customerId" = w."customerId")
    ), specific_actions_to_leave AS (
      SELECT FROM actions a
      WHERE a.origin = ${ofOrigin('specific_action').origin} AND a.state = 'open' AND a.mode = 'automatic' AND a."messageId" IS NULL
        AND a."dueAt" <= ${at}
        AND NOT EXISTS (
          SELECT FROM held h WHERE h."invoiceId" IS NULL AND h."customerId" = a."customerId" AND h.kind IN (${STOPPING_SPECIFIC})
        ) AND EXISTS (
          SELECT FROM action_invoices ai JOIN workable w ON w.id = ai."invoiceId"
          WHERE ai."actionId" = a.id
            AND NOT EXISTS (SELECT FROM held h WHERE h."invoiceId" = w.id AND h.kind IN (${STOPPING_SPECIFIC}))
            AND NOT EXISTS (
              SELECT FROM held h JOIN held own ON own."invoiceId" = w.id AND own."actionId" = a.id
              WHERE h."invoiceId" = w.id AND h.kind = 'promise' AND ${PROMISE_STOPS_IT}
            )
        )
    ), messages_on_their_way AS (
      -- A letter that a person posts is not on its way.
      SELECT FROM messages m
      WHERE m.status IN (${sqlWords(...OPEN_STATES)}) AND CASE
        WHEN m."nextTryAt" IS NOT NULL THEN m."nextTryAt" <= ${at}
        WHEN m.status = 'rendered' THEN NOT ${POSTED_BY_PERSON}
        ELSE m.status <> 'ambiguous' END
    )
    SELECT ((SELECT count(*) FROM holds_to_end) + (SELECT count(*) FROM steps_to_leave_or_lapse)
      + (SELECT count(*) FROM specific_actions_to_leave)
      + (SELECT count(*) FROM runs WHERE "takenAt" IS NULL AND "createdAt" <= ${at})
      + (SELECT count(*) FROM messages_on_their_way)
      + (SELECT count(*) FROM workable WHERE "isToPlan"))::int AS left`;
  return row.left;
}
