-- What the Prisma schema cannot say: an import waits for the first plans of what it stored.
CREATE INDEX "invoices_unplanned_idx" ON "invoices"("creditorId", "createdAt") WHERE "plannedVersion" = 0 AND "kind" = 'invoice' AND "closedAs" IS NULL;
