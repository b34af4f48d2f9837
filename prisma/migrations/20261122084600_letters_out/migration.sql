-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "followAt" TIMESTAMPTZ(3),
ADD COLUMN     "postageCents" BIGINT,
ADD COLUMN     "trackingNumber" TEXT,
ADD COLUMN     "viaPrintProvider" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "evidence" TEXT NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_proofs" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_proofs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consents_customerId_kind_idx" ON "consents"("customerId", "kind");

-- CreateIndex
CREATE INDEX "message_proofs_creditorId_idx" ON "message_proofs"("creditorId");

-- CreateIndex
CREATE UNIQUE INDEX "message_proofs_messageId_kind_sha256_key" ON "message_proofs"("messageId", "kind", "sha256");

-- CreateIndex
CREATE INDEX "messages_creditorId_followAt_idx" ON "messages"("creditorId", "followAt");

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_proofs" ADD CONSTRAINT "message_proofs_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;
