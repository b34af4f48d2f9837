-- What was asked for with an Idempotency-Key is found again by it, even where the first answer was a 503 or was lost.
ALTER TABLE "allocations" ADD COLUMN "requestKey" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "allocations_creditorId_requestKey_key" ON "allocations"("creditorId", "requestKey");
