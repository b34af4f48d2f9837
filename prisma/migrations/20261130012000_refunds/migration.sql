-- What was paid back to a customer of a payment or of a credit note, and is his to allocate no more.
CREATE TABLE "refunds" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "paymentId" UUID,
    "creditNoteId" UUID,
    "externalId" TEXT NOT NULL,
    "amountCents" BIGINT NOT NULL,
    "paidOn" DATE NOT NULL,
    "reason" TEXT,
    "contentHash" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledReason" TEXT,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "refunds_of_one_thing" CHECK (("paymentId" IS NULL) <> ("creditNoteId" IS NULL))
);

-- CreateIndex
CREATE INDEX "refunds_paymentId_idx" ON "refunds"("paymentId");

-- CreateIndex
CREATE INDEX "refunds_creditNoteId_idx" ON "refunds"("creditNoteId");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_creditorId_externalId_key" ON "refunds"("creditorId", "externalId");

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_creditNoteId_fkey" FOREIGN KEY ("creditNoteId") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
