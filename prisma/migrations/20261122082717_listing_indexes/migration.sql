-- DropIndex
DROP INDEX "invoice_listings_creditorId_createdAt_invoiceId_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_dueOn_invoiceId_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_issuedOn_invoiceId_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_stage_dueOn_invoiceId_idx";

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_dueOn_invoiceId_issuedOn_idx" ON "invoice_listings"("creditorId", "dueOn", "invoiceId", "issuedOn");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_issuedOn_invoiceId_dueOn_idx" ON "invoice_listings"("creditorId", "issuedOn", "invoiceId", "dueOn");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_createdAt_invoiceId_dueOn_issue_idx" ON "invoice_listings"("creditorId", "createdAt", "invoiceId", "dueOn", "issuedOn");

-- CreateIndex
CREATE INDEX "invoice_listings_creditorId_stage_dueOn_invoiceId_stepDueAt_idx" ON "invoice_listings"("creditorId", "stage", "dueOn", "invoiceId", "stepDueAt");

-- Credit notes mostly have no due day, and so come after everything else.
CREATE INDEX "invoice_listings_credit_notes_idx" ON "invoice_listings"("creditorId", "dueOn", "invoiceId") WHERE "kind" = 'credit_note';

-- Counters under a filter read the index alone too.
DROP INDEX "invoice_listings_counters_idx";
CREATE INDEX "invoice_listings_counters_idx" ON "invoice_listings"("creditorId")
  INCLUDE ("stage", "holds", "nextLevel", "nextTurnOn", "stepDueAt", "currency", "balanceCents", "level", "dueOn", "issuedOn", "collectorId", "scenarioId")
  WHERE "stage" NOT IN ('paid', 'cancelled', 'written_off');
CREATE INDEX "invoice_listings_ended_idx" ON "invoice_listings"("creditorId", "stage")
  INCLUDE ("currency", "balanceCents")
  WHERE "stage" IN ('paid', 'cancelled', 'written_off');
