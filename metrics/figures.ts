import { CLOSED_AS } from '../domain/case/state.ts';
import { OPEN_STATES } from '../domain/messages/open-states.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Database } from '../prisma/client.ts';
import { POSTED_BY_PERSON } from '../prisma/posted-by-person.ts';
import { sqlWords } from '../prisma/sql-words.ts';

/**
 * One number for one creditor. `label` is a case's status, a message's state or a provider; empty for figures without
 * labels.
 */
export interface Figure {
  figure: string;
  creditor: string;
  label: string;
  value: number;
}

/**
 * The figures that operations watch, for all creditors, at the product's time. One statement, which reads narrow rows,
 * partial indexes and, in tables that grow for ever, only indexes that begin with the creditor. Postgres cancels it after
 * `patienceMs` as well, so that repeated readings do not pile up. The figure `creditor` is there for every creditor; the
 * others only where they are not zero.
 */
export async function readFigures(db: Database, at: Date, patienceMs: number): Promise<Figure[]> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(patienceMs)}, true)`;
    return tx.$queryRaw<Figure[]>(figuresAt(at));
  });
}

function figuresAt(at: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT f."figure", c."slug" AS "creditor", f."label", f."value"::float8 AS "value"
    FROM (
      SELECT 'creditor' AS "figure", "id" AS "creditorId", '' AS "label", 1 AS "value" FROM "creditors"
      UNION ALL
      SELECT 'cases', "creditorId",
        CASE
          WHEN "stage" = 'unplanned' OR ("stage" IN ('to_confirm', 'to_send') AND "stepDueAt" > ${at}) THEN 'waiting'
          WHEN "stage" = 'to_send' THEN 'due'
          ELSE "stage"::text
        END,
        count(*)
      FROM "invoice_listings" WHERE "stage" NOT IN (${sqlWords(...CLOSED_AS)}) GROUP BY 2, 3
      UNION ALL
      SELECT 'overdue', o."id", '', extract(epoch FROM ${at}::timestamptz - oldest."dueAt")
      FROM "creditors" o CROSS JOIN LATERAL (
        SELECT s."dueAt" FROM "open_steps" s JOIN "invoice_listings" l ON l."invoiceId" = s."invoiceId"
        WHERE s."creditorId" = o."id" AND s."dueAt" <= ${at} AND s."mode" = 'automatic' AND l."stage" IN ('to_send', 'sending')
        ORDER BY s."dueAt" LIMIT 1
      ) oldest
      UNION ALL
      ${figuresOfMessages(at)}
      UNION ALL
      SELECT 'reconciliation', r."creditorId", '', extract(epoch FROM now() - coalesce(r."reconciledAt", made."createdAt"))
      FROM "settings" r JOIN "creditors" made ON made."id" = r."creditorId"
      UNION ALL
      SELECT 'untold', "creditorId", '', count(*) FROM "invoices" WHERE "version" > "toldVersion" GROUP BY 2
      UNION ALL
      SELECT 'imports', "creditorId", '', count(*) FROM "imports" WHERE "status" = 'running' GROUP BY 2
      UNION ALL
      SELECT 'line', "creditorId", "provider", ("stoppedAt" IS NOT NULL)::int FROM "sending_lines"
    ) f JOIN "creditors" c ON c."id" = f."creditorId"`;
}

/** `waiting_message` is the oldest message that could leave: it waits for no person, no stopped line and no later try. */
function figuresOfMessages(at: Date): Prisma.Sql {
  const dayBefore = new Date(at.getTime() - 86_400_000);
  return Prisma.sql`
      SELECT 'open_messages', "creditorId", "status"::text, count(*) FROM "messages"
      WHERE "status" IN (${sqlWords(...OPEN_STATES)}) GROUP BY 2, 3
      UNION ALL
      SELECT 'last_day', o."id", of_day."status"::text, of_day."count"
      FROM "creditors" o CROSS JOIN LATERAL (
        SELECT "status", count(*) FROM "messages" WHERE "creditorId" = o."id" AND "reservedAt" > ${dayBefore} GROUP BY 1
      ) of_day
      UNION ALL
      SELECT 'waiting_for_line', "creditorId", '', count(*) FROM "messages"
      WHERE "status" IN (${sqlWords(...OPEN_STATES)}) AND "waitsForLine" GROUP BY 2
      UNION ALL
      SELECT 'waiting_message', w."id", '', extract(epoch FROM ${at}::timestamptz - oldest."since")
      FROM "creditors" w CROSS JOIN LATERAL (
        SELECT greatest(m."reservedAt", m."nextTryAt") AS "since" FROM "messages" m
        WHERE m."creditorId" = w."id" AND m."status" IN (${sqlWords(...OPEN_STATES)}) AND m."status" <> 'ambiguous'
          AND NOT m."waitsForLine" AND greatest(m."reservedAt", m."nextTryAt") <= ${at}
          AND NOT (m."status" = 'rendered' AND ${POSTED_BY_PERSON})
        ORDER BY 1 LIMIT 1
      ) oldest`;
}
