-- What a payment system says of a payment that it has not told yet: applied when the payment comes.
CREATE TABLE "early_reversals" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "paymentExternalId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "taskId" UUID NOT NULL,

    CONSTRAINT "early_reversals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "early_reversals_creditorId_paymentExternalId_key" ON "early_reversals"("creditorId", "paymentExternalId");

-- CreateIndex
CREATE UNIQUE INDEX "early_reversals_creditorId_externalId_key" ON "early_reversals"("creditorId", "externalId");
