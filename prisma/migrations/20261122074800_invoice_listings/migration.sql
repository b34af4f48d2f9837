-- CreateEnum
CREATE TYPE "ListedStage" AS ENUM ('unplanned', 'to_confirm', 'to_send', 'sending', 'held', 'exhausted', 'needs_attention', 'paid', 'cancelled', 'written_off');

-- CreateTable
CREATE TABLE "invoice_listings" (
    "invoiceId" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "collectorId" UUID,
    "scenarioId" UUID,
    "referrerId" UUID,
    "notaryId" UUID,
    "totalCents" BIGINT NOT NULL,
    "balanceCents" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "stepDueAt" TIMESTAMPTZ(3),
    "issuedOn" DATE NOT NULL,
    "dueOn" DATE,
    "stage" "ListedStage",
    "holds" "HoldKind"[],
    "level" INTEGER NOT NULL,
    "nextLevel" INTEGER,
    "nextTurnOn" DATE,
    "kind" "InvoiceKind" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "number" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,

    CONSTRAINT "invoice_listings_pkey" PRIMARY KEY ("invoiceId")
);

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_dueOn_invoiceId_idx" ON "invoice_listings"("creditorId", "dueOn", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_issuedOn_invoiceId_idx" ON "invoice_listings"("creditorId", "issuedOn", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_balanceCents_invoiceId_idx" ON "invoice_listings"("creditorId", "balanceCents", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_totalCents_invoiceId_idx" ON "invoice_listings"("creditorId", "totalCents", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_number_invoiceId_idx" ON "invoice_listings"("creditorId", "number", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_createdAt_invoiceId_idx" ON "invoice_listings"("creditorId", "createdAt", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_stage_dueOn_invoiceId_idx" ON "invoice_listings"("creditorId", "stage", "dueOn", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_level_dueOn_invoiceId_idx" ON "invoice_listings"("creditorId", "level", "dueOn", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_customerId_dueOn_invoiceId_idx" ON "invoice_listings"("customerId", "dueOn", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_collectorId_dueOn_invoiceId_idx" ON "invoice_listings"("collectorId", "dueOn", "invoiceId");

-- CreateIndex
CREATE INDEX "invoice_listings_scenarioId_dueOn_invoiceId_idx" ON "invoice_listings"("scenarioId", "dueOn", "invoiceId");

-- AddForeignKey
ALTER TABLE "invoice_listings" ADD CONSTRAINT "invoice_listings_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Text is looked for anywhere in a word. A server without this extension, or a user who may not add it, searches more slowly.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "invoice_listings_searchText_idx" ON "invoice_listings" USING GIN ("searchText" gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
  RAISE NOTICE 'pg_trgm is not to be had: the search of invoices reads every row';
END $$;

-- What the Prisma schema cannot say: indexes of a part.
CREATE INDEX "invoice_listings_owed_idx" ON "invoice_listings"("creditorId", "dueOn", "invoiceId") WHERE "balanceCents" > 0;
CREATE INDEX "invoice_listings_held_idx" ON "invoice_listings"("creditorId", "dueOn", "invoiceId") WHERE "holds" IS NOT NULL;
CREATE INDEX "invoice_listings_step_idx" ON "invoice_listings"("creditorId", "stage", "stepDueAt") WHERE "stepDueAt" IS NOT NULL;
CREATE INDEX "invoice_listings_turn_idx" ON "invoice_listings"("creditorId", "nextLevel", "nextTurnOn") WHERE "stage" IN ('to_confirm', 'to_send');
CREATE INDEX "invoice_listings_referrer_idx" ON "invoice_listings"("referrerId", "dueOn", "invoiceId") WHERE "referrerId" IS NOT NULL;
CREATE INDEX "invoice_listings_notary_idx" ON "invoice_listings"("notaryId", "dueOn", "invoiceId") WHERE "notaryId" IS NOT NULL;
-- All that the counters read, so that they need not fetch the rows.
CREATE INDEX "invoice_listings_counters_idx" ON "invoice_listings"("creditorId")
  INCLUDE ("stage", "holds", "nextLevel", "nextTurnOn", "stepDueAt", "currency", "balanceCents")
  WHERE "stage" NOT IN ('paid', 'cancelled', 'written_off');

-- What each listing has to be. `stage` is `statusOf` (domain/case/status.ts) without its clock; tests hold them together.
CREATE VIEW "invoice_listing_truth" AS
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
  lower(concat_ws(E'\x1f', i."number", i."caseReference", c."name", c."reference")) AS "searchText"
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

-- Takes the rows first and reads afterwards, in a later statement: of two transactions the second sees what the first did.
CREATE FUNCTION refresh_invoice_listings(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "invoice_listings" WHERE "invoiceId" = ANY(ids) ORDER BY "invoiceId" FOR NO KEY UPDATE;
  UPDATE "invoice_listings" l
  SET "customerId" = t."customerId", "collectorId" = t."collectorId", "scenarioId" = t."scenarioId",
    "referrerId" = t."referrerId", "notaryId" = t."notaryId", "totalCents" = t."totalCents",
    "balanceCents" = t."balanceCents", "stepDueAt" = t."stepDueAt", "issuedOn" = t."issuedOn", "dueOn" = t."dueOn",
    "stage" = t."stage", "holds" = t."holds", "level" = t."level", "nextLevel" = t."nextLevel",
    "nextTurnOn" = t."nextTurnOn", "currency" = t."currency", "number" = t."number", "searchText" = t."searchText"
  FROM "invoice_listing_truth" t
  WHERE t."invoiceId" = ANY(ids) AND l."invoiceId" = t."invoiceId"
    AND (l."customerId", l."collectorId", l."scenarioId", l."referrerId", l."notaryId", l."totalCents", l."balanceCents",
      l."stepDueAt", l."issuedOn", l."dueOn", l."stage", l."holds", l."level", l."nextLevel", l."nextTurnOn",
      l."currency", l."number", l."searchText")
    IS DISTINCT FROM (t."customerId", t."collectorId", t."scenarioId", t."referrerId", t."notaryId", t."totalCents",
      t."balanceCents", t."stepDueAt", t."issuedOn", t."dueOn", t."stage", t."holds", t."level", t."nextLevel",
      t."nextTurnOn", t."currency", t."number", t."searchText");
END $$;

-- Rows of `invoices` come; they change in a column that lists show.
CREATE FUNCTION list_new_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "invoice_listings"
    ("invoiceId", "creditorId", "customerId", "collectorId", "scenarioId", "referrerId", "notaryId", "totalCents",
     "balanceCents", "createdAt", "stepDueAt", "issuedOn", "dueOn", "stage", "holds", "level", "nextLevel", "nextTurnOn",
     "kind", "currency", "number", "searchText")
  SELECT t."invoiceId", t."creditorId", t."customerId", t."collectorId", t."scenarioId", t."referrerId", t."notaryId",
    t."totalCents", t."balanceCents", t."createdAt", t."stepDueAt", t."issuedOn", t."dueOn", t."stage", t."holds",
    t."level", t."nextLevel", t."nextTurnOn", t."kind", t."currency", t."number", t."searchText"
  FROM "invoice_listing_truth" t WHERE t."invoiceId" IN (SELECT "id" FROM added);
  RETURN NULL;
END $$;
CREATE TRIGGER "list_new_invoices" AFTER INSERT ON "invoices"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION list_new_invoices();

CREATE FUNCTION list_changed_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings(ARRAY[NEW."id"]);
  RETURN NULL;
END $$;
CREATE TRIGGER "list_changed_invoice" AFTER UPDATE ON "invoices" FOR EACH ROW
  WHEN ((OLD."customerId", OLD."scenarioVersionId", OLD."referrerId", OLD."notaryId", OLD."totalCents", OLD."balanceCents",
      OLD."issuedOn", OLD."dueOn", OLD."closedAs", OLD."attentionCode", OLD."exhaustedAt", OLD."level", OLD."nextLevel",
      OLD."nextTurnOn", OLD."currency", OLD."number", OLD."caseReference")
    IS DISTINCT FROM (NEW."customerId", NEW."scenarioVersionId", NEW."referrerId", NEW."notaryId", NEW."totalCents",
      NEW."balanceCents", NEW."issuedOn", NEW."dueOn", NEW."closedAs", NEW."attentionCode", NEW."exhaustedAt", NEW."level",
      NEW."nextLevel", NEW."nextTurnOn", NEW."currency", NEW."number", NEW."caseReference"))
  EXECUTE FUNCTION list_changed_invoice();

-- Their open step comes, changes, goes; its action waits for a person or no longer does.
CREATE FUNCTION list_invoices_of_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((SELECT array_agg("invoiceId") FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER "list_new_steps" AFTER INSERT ON "open_steps"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_invoices_of_steps();
CREATE TRIGGER "list_changed_steps" AFTER UPDATE ON "open_steps"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_invoices_of_steps();
CREATE TRIGGER "list_gone_steps" AFTER DELETE ON "open_steps"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_invoices_of_steps();

CREATE FUNCTION list_invoices_of_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((SELECT array_agg("invoiceId") FROM "open_steps" WHERE "actionId" = NEW."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "list_changed_action" AFTER UPDATE ON "actions" FOR EACH ROW
  WHEN (OLD."mode" IS DISTINCT FROM NEW."mode") EXECUTE FUNCTION list_invoices_of_action();

-- A hold begins or ends, of an invoice or of all that its customer owes.
CREATE FUNCTION list_held_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((
    SELECT array_agg(DISTINCT held."id") FROM (
      SELECT "invoiceId" AS "id" FROM changed WHERE "invoiceId" IS NOT NULL
      UNION ALL
      SELECT l."invoiceId" FROM changed JOIN "invoice_listings" l USING ("customerId")
      WHERE changed."invoiceId" IS NULL AND l."stage" NOT IN ('paid', 'cancelled', 'written_off')
    ) held));
  RETURN NULL;
END $$;
CREATE TRIGGER "list_new_holds" AFTER INSERT ON "holds"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_held_invoices();
CREATE TRIGGER "list_changed_holds" AFTER UPDATE ON "holds"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_held_invoices();
CREATE TRIGGER "list_gone_holds" AFTER DELETE ON "holds"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_held_invoices();

-- A customer gets another name, reference or collector.
CREATE FUNCTION list_invoices_of_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((SELECT array_agg("id") FROM "invoices" WHERE "customerId" = NEW."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "list_changed_customer" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."collectorId", OLD."name", OLD."reference") IS DISTINCT FROM (NEW."collectorId", NEW."name", NEW."reference"))
  EXECUTE FUNCTION list_invoices_of_customer();

-- The invoices that are there already.
INSERT INTO "invoice_listings"
  ("invoiceId", "creditorId", "customerId", "collectorId", "scenarioId", "referrerId", "notaryId", "totalCents",
   "balanceCents", "createdAt", "stepDueAt", "issuedOn", "dueOn", "stage", "holds", "level", "nextLevel", "nextTurnOn",
   "kind", "currency", "number", "searchText")
SELECT t."invoiceId", t."creditorId", t."customerId", t."collectorId", t."scenarioId", t."referrerId", t."notaryId",
  t."totalCents", t."balanceCents", t."createdAt", t."stepDueAt", t."issuedOn", t."dueOn", t."stage", t."holds",
  t."level", t."nextLevel", t."nextTurnOn", t."kind", t."currency", t."number", t."searchText"
FROM "invoice_listing_truth" t;
