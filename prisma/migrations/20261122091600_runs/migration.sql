-- CreateEnum
CREATE TYPE "RunItemState" AS ENUM ('waiting', 'taken', 'refused');

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "mode" "Channel" NOT NULL,
    "dryRun" BOOLEAN NOT NULL,
    "total" INTEGER NOT NULL,
    "actor" JSONB NOT NULL,
    "requestKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_items" (
    "runId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "customerId" UUID,
    "position" INTEGER NOT NULL,
    "state" "RunItemState" NOT NULL DEFAULT 'waiting',
    "code" TEXT,
    "detail" TEXT,
    "messageId" UUID,

    CONSTRAINT "run_items_pkey" PRIMARY KEY ("runId","invoiceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "runs_requestKey_key" ON "runs"("requestKey");

-- CreateIndex
CREATE INDEX "runs_creditorId_createdAt_idx" ON "runs"("creditorId", "createdAt");

-- CreateIndex
CREATE INDEX "run_items_runId_state_position_idx" ON "run_items"("runId", "state", "position");

-- CreateIndex
CREATE INDEX "run_items_messageId_idx" ON "run_items"("messageId");

-- CreateIndex
CREATE INDEX "messages_runId_idx" ON "messages"("runId");

-- AddForeignKey
ALTER TABLE "run_items" ADD CONSTRAINT "run_items_runId_fkey" FOREIGN KEY ("runId") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_items" ADD CONSTRAINT "run_items_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;
