-- Two reversals that came under one id at the same instant were both stored: the later ones keep theirs with the payment's own.
UPDATE "payments" p SET "reversalExternalId" = p."reversalExternalId" || ' / ' || p."externalId"
WHERE EXISTS (SELECT 1 FROM "payments" o WHERE o."creditorId" = p."creditorId"
  AND o."reversalExternalId" = p."reversalExternalId" AND (o."reversedAt", o."id") < (p."reversedAt", p."id"));

-- CreateIndex
CREATE UNIQUE INDEX "payments_creditorId_reversalExternalId_key" ON "payments"("creditorId", "reversalExternalId");
