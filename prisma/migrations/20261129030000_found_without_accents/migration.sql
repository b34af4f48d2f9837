-- What `q` is looked for in: `folded` of domain/format/folded.ts. Immutable, since a generated column keeps its answer.
CREATE FUNCTION folded(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(
    replace(replace(lower(regexp_replace(normalize(t, NFD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'),
    U&'\2018\2019\00a0\202f\03c2', '''''  σ')
$$;

ALTER TABLE "users" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name" || E'\x1f' || "email")) STORED;
ALTER TABLE "third_parties" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name")) STORED;
ALTER TABLE "customer_groups" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name")) STORED;
ALTER TABLE "customers" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name" || E'\x1f' || "reference")) STORED;
ALTER TABLE "contacts" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name" || E'\x1f' || COALESCE("email", ''))) STORED;
ALTER TABLE "scenarios" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name")) STORED;
ALTER TABLE "templates" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name")) STORED;
ALTER TABLE "api_keys" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name")) STORED;
ALTER TABLE "actions" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded(COALESCE("title", ''))) STORED;
ALTER TABLE "messages" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded(COALESCE("subject", ''))) STORED;

CREATE OR REPLACE VIEW "invoice_listing_truth" AS
SELECT i."id" AS "invoiceId", i."creditorId", i."customerId", c."collectorId", v."scenarioId", i."referrerId", i."notaryId",
  i."totalCents", i."balanceCents", i."createdAt", s."dueAt" AS "stepDueAt", i."issuedOn", i."dueOn",
  CASE
    WHEN i."kind" = 'credit_note' THEN NULL
    WHEN i."closedAs" IS NOT NULL THEN i."closedAs"::text
    WHEN i."attentionCode" IS NOT NULL THEN 'needs_attention'
    WHEN h."holds" IS NOT NULL THEN 'held'
    WHEN i."exhaustedAt" IS NOT NULL THEN 'exhausted'
    WHEN s."invoiceId" IS NULL THEN 'unplanned'
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
LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT held."kind" ORDER BY held."kind") AS "holds" FROM (
    SELECT "kind" FROM "holds" WHERE "invoiceId" = i."id" AND "endedAt" IS NULL
    UNION ALL
    SELECT "kind" FROM "holds" WHERE "customerId" = i."customerId" AND "invoiceId" IS NULL AND "endedAt" IS NULL
  ) held
  WHERE i."kind" = 'invoice' AND i."closedAs" IS NULL
) h ON true;

UPDATE "invoice_listings" SET "searchText" = folded("searchText") WHERE "searchText" <> folded("searchText");
