-- The view, functions and triggers that keep `invoice_listings`, as they are now. They are created by the migrations, which
-- alone are run; a test compares both. A migration that changes one of them changes it here as well.
--
-- `invoice_listings` has one row for each invoice and credit note, with all that the work list filters, sorts and counts by
-- (docs/scale.md, "Lists and counters at a million invoices"). Triggers write it, in the transaction of the change, so that it
-- is never late and no code can forget it. Lists, counters, the dashboard and runs read it.

-- What each listing has to be. `stage` is `statusOf` (domain/case/status.ts) without its clock; a test checks that both agree.
-- A registered letter that a person is to post is not on its way: its step is due from the moment the letter was made.
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

-- Makes the listings of these invoices what the view says. Locks the listings first and reads the view in a later statement, so that
-- of two transactions the second sees what the first one changed. The settings make Postgres keep one plan for any ids, which reads by
-- index: planning the statement for each call costs more than running it.
CREATE OR REPLACE FUNCTION refresh_invoice_listings(ids uuid[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  -- A statement that changed no row.
  IF ids IS NULL THEN RETURN; END IF;
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

-- Invoices are added, or change in a column that lists show.
CREATE OR REPLACE FUNCTION list_new_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE TRIGGER "list_new_invoices" AFTER INSERT ON "invoices"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION list_new_invoices();

CREATE OR REPLACE FUNCTION list_changed_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings(ARRAY[NEW."id"]);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "list_changed_invoice" AFTER UPDATE ON "invoices" FOR EACH ROW
  WHEN ((OLD."customerId", OLD."scenarioVersionId", OLD."referrerId", OLD."notaryId", OLD."totalCents", OLD."balanceCents",
      OLD."issuedOn", OLD."dueOn", OLD."closedAs", OLD."attentionCode", OLD."exhaustedAt", OLD."level", OLD."nextLevel",
      OLD."nextTurnOn", OLD."currency", OLD."number", OLD."caseReference")
    IS DISTINCT FROM (NEW."customerId", NEW."scenarioVersionId", NEW."referrerId", NEW."notaryId", NEW."totalCents",
      NEW."balanceCents", NEW."issuedOn", NEW."dueOn", NEW."closedAs", NEW."attentionCode", NEW."exhaustedAt", NEW."level",
      NEW."nextLevel", NEW."nextTurnOn", NEW."currency", NEW."number", NEW."caseReference"))
  EXECUTE FUNCTION list_changed_invoice();

-- The open step of an invoice is added, changed or deleted; its action begins or stops waiting for a person.
CREATE OR REPLACE FUNCTION list_invoices_of_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((SELECT array_agg("invoiceId") FROM changed));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "list_new_steps" AFTER INSERT ON "open_steps"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_invoices_of_steps();
CREATE OR REPLACE TRIGGER "list_changed_steps" AFTER UPDATE ON "open_steps"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_invoices_of_steps();
CREATE OR REPLACE TRIGGER "list_gone_steps" AFTER DELETE ON "open_steps"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_invoices_of_steps();

CREATE OR REPLACE FUNCTION list_invoices_of_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((SELECT array_agg("invoiceId") FROM "open_steps" WHERE "actionId" = NEW."id"));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "list_changed_action" AFTER UPDATE ON "actions" FOR EACH ROW
  WHEN (OLD."mode" IS DISTINCT FROM NEW."mode") EXECUTE FUNCTION list_invoices_of_action();

-- A hold on an invoice, or on everything that its customer owes, begins or ends.
CREATE OR REPLACE FUNCTION list_held_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE TRIGGER "list_new_holds" AFTER INSERT ON "holds"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_held_invoices();
CREATE OR REPLACE TRIGGER "list_changed_holds" AFTER UPDATE ON "holds"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_held_invoices();
CREATE OR REPLACE TRIGGER "list_gone_holds" AFTER DELETE ON "holds"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_held_invoices();

-- The name, reference or collector of a customer changes.
CREATE OR REPLACE FUNCTION list_invoices_of_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_invoice_listings((SELECT array_agg("id") FROM "invoices" WHERE "customerId" = NEW."id"));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "list_changed_customer" AFTER UPDATE ON "customers" FOR EACH ROW
  WHEN ((OLD."collectorId", OLD."name", OLD."reference") IS DISTINCT FROM (NEW."collectorId", NEW."name", NEW."reference"))
  EXECUTE FUNCTION list_invoices_of_customer();
