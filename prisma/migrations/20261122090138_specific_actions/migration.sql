-- AlterEnum
ALTER TYPE "MessageOrigin" ADD VALUE 'internal';

-- AlterTable
ALTER TABLE "holds" ADD COLUMN     "actionId" UUID;

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "internalDomains" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "specific_actions" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "executeOn" DATE,
    "subject" TEXT,
    "bodyHtml" TEXT,
    "recipients" TEXT[],
    "actor" JSONB NOT NULL,
    "requestKey" TEXT,

    CONSTRAINT "specific_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualifications" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "invoiceIds" UUID[],
    "status" TEXT NOT NULL,
    "comment" TEXT,
    "customerMessageId" UUID,
    "colleagueMessageId" UUID,
    "specificActionId" UUID,
    "actor" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "requestKey" TEXT,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "qualifications_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "specific_actions_requestKey_key" ON "specific_actions"("requestKey");

-- CreateIndex
CREATE INDEX "specific_actions_creditorId_idx" ON "specific_actions"("creditorId");

-- CreateIndex
CREATE UNIQUE INDEX "qualifications_requestKey_key" ON "qualifications"("requestKey");

-- CreateIndex
CREATE INDEX "qualifications_creditorId_idx" ON "qualifications"("creditorId");

-- CreateIndex
CREATE INDEX "qualifications_customerId_idx" ON "qualifications"("customerId");

-- CreateIndex
CREATE INDEX "holds_actionId_idx" ON "holds"("actionId");

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specific_actions" ADD CONSTRAINT "specific_actions_id_fkey" FOREIGN KEY ("id") REFERENCES "actions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
