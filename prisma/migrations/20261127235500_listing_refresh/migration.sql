-- The same as before, three times as fast. Its statement joins seven tables under twenty indexes: planning it cost more than
-- running it, and Postgres planned it anew on every call, since a plan for the ids at hand always looks cheaper than one for
-- any. One plan for any ids is as good, as long as it reads by index, on a database that is still empty too.
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
