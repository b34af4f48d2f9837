-- DropIndex
DROP INDEX "invoice_listings_creditorId_balanceCents_invoiceId_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_createdAt_invoiceId_dueOn_issue_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_issuedOn_invoiceId_dueOn_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_number_invoiceId_idx";

-- DropIndex
DROP INDEX "invoice_listings_creditorId_totalCents_invoiceId_idx";

-- CreateIndex
CREATE INDEX "invoice_listings_by_issue_idx" ON "invoice_listings"("creditorId", "issuedOn", "invoiceId", "dueOn", "stage", "level", "stepDueAt");

-- CreateIndex
CREATE INDEX "invoice_listings_by_balance_idx" ON "invoice_listings"("creditorId", "balanceCents", "invoiceId", "stage", "level");

-- CreateIndex
CREATE INDEX "invoice_listings_by_total_idx" ON "invoice_listings"("creditorId", "totalCents", "invoiceId", "stage", "level", "balanceCents");

-- CreateIndex
CREATE INDEX "invoice_listings_by_number_idx" ON "invoice_listings"("creditorId", "number", "invoiceId", "stage", "level");

-- CreateIndex
CREATE INDEX "invoice_listings_by_creation_idx" ON "invoice_listings"("creditorId", "createdAt", "invoiceId", "dueOn", "issuedOn", "stage", "level", "stepDueAt");
