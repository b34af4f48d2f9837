-- A registered letter of a run or by hand, which a person is to post, carries its step as a mail on its way does, and is no mail on its
-- way: it is due, by hand, since it was made. Which message carries a step, and what kind of message that is, changes with the
-- step alone, so the triggers that are there keep the listings.
CREATE OR REPLACE VIEW "invoice_listing_truth" AS
SELECT i."id" AS "invoiceId", i."creditorId", i."customerId", c."collectorId", v."scenarioId", i."referrerId", i."notaryId",
  i."totalCents", i."balanceCents", i."createdAt",
  CASE WHEN m."id" IS NULL THEN s."dueAt" ELSE LEAST(s."dueAt", m."reservedAt") END AS "stepDueAt", i."issuedOn", i."dueOn",
  CASE
    WHEN i."kind" = 'credit_note' THEN NULL
    WHEN i."closedAs" IS NOT NULL THEN i."closedAs"::text
    WHEN i."attentionCode" IS NOT NULL THEN 'needs_attention'
    WHEN h."holds" IS NOT NULL THEN 'held'
    WHEN i."exhaustedAt" IS NOT NULL THEN 'exhausted'
    WHEN s."invoiceId" IS NULL THEN 'unplanned'
    WHEN m."id" IS NOT NULL THEN 'to_send'
    WHEN s."messageId" IS NOT NULL THEN 'sending'
    WHEN a."mode" = 'to_confirm' THEN 'to_confirm'
    ELSE 'to_send'
  END::"ListedStage" AS "stage",
  h."holds", i."level", i."nextLevel", i."nextTurnOn", i."kind", i."currency", i."number",
  folded(concat_ws(E'\x1f', i."number", i."caseReference", c."name", c."reference")) AS "searchText"
FROM "invoices" i
JOIN "customers" c ON c."id" = i."customerId"
LEFT JOIN "scenario_versions" v ON v."id" = i."scenarioVersionId"
LEFT JOIN "open_steps" s ON s."invoiceId" = i."id"
LEFT JOIN "actions" a ON a."id" = s."actionId"
LEFT JOIN "messages" m ON m."id" = s."messageId" AND m."kind" = 'letter' AND m."letterKind" <> 'simple' AND NOT m."viaPrintProvider"
LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT held."kind" ORDER BY held."kind") AS "holds" FROM (
    SELECT "kind" FROM "holds" WHERE "invoiceId" = i."id" AND "endedAt" IS NULL
    UNION ALL
    SELECT "kind" FROM "holds" WHERE "customerId" = i."customerId" AND "invoiceId" IS NULL AND "endedAt" IS NULL
  ) held
  WHERE i."kind" = 'invoice' AND i."closedAs" IS NULL
) h ON true;

SELECT refresh_invoice_listings(array_agg(s."invoiceId"))
FROM "open_steps" s JOIN "messages" m ON m."id" = s."messageId"
WHERE m."kind" = 'letter' AND m."letterKind" <> 'simple' AND NOT m."viaPrintProvider";
