import type { Database } from '../prisma/client.ts';

/** One number of one creditor. `label`: a case's status, a message's state, a provider; empty where there is none. */
export interface Figure {
  figure: string;
  creditor: string;
  label: string;
  value: number;
}

/**
 * What operations watch, of all creditors, as the product's clock has it: one statement, over narrow rows and partial indexes
 * only. `creditor` comes for every creditor, with whatever else is not zero.
 */
export function readFigures(db: Database, at: Date): Promise<Figure[]> {
  const dayBefore = new Date(at.getTime() - 86_400_000);
  return db.$queryRaw<Figure[]>`
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
      FROM "invoice_listings" WHERE "stage" NOT IN ('paid', 'cancelled', 'written_off') GROUP BY 2, 3
      UNION ALL
      SELECT 'overdue', s."creditorId", '', extract(epoch FROM ${at}::timestamptz - min(s."dueAt"))
      FROM "open_steps" s JOIN "invoice_listings" l ON l."invoiceId" = s."invoiceId"
      WHERE s."dueAt" <= ${at} AND s."mode" = 'automatic' AND l."stage" IN ('to_send', 'sending') GROUP BY 2
      UNION ALL
      SELECT 'open_messages', "creditorId", "status"::text, count(*) FROM "messages"
      WHERE "status" IN ('reserved', 'rendered', 'sending', 'ambiguous') GROUP BY 2, 3
      UNION ALL
      SELECT 'last_day', "creditorId", "status"::text, count(*) FROM "messages"
      WHERE "reservedAt" > ${dayBefore} GROUP BY 2, 3
      UNION ALL
      SELECT 'waiting_for_line', "creditorId", '', count(*) FROM "messages"
      WHERE "status" IN ('reserved', 'rendered', 'sending', 'ambiguous') AND "waitsForLine" GROUP BY 2
      UNION ALL
      SELECT 'untold', "creditorId", '', count(*) FROM "invoices" WHERE "version" > "toldVersion" GROUP BY 2
      UNION ALL
      SELECT 'imports', "creditorId", '', count(*) FROM "imports" WHERE "status" = 'running' GROUP BY 2
      UNION ALL
      SELECT 'line', "creditorId", "provider", ("stoppedAt" IS NOT NULL)::int FROM "sending_lines"
    ) f JOIN "creditors" c ON c."id" = f."creditorId"`;
}
