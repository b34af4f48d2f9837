-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "firstTriedAt" TIMESTAMPTZ(3),
ADD COLUMN     "waitCode" TEXT,
ADD COLUMN     "waitDetail" TEXT,
ADD COLUMN     "waitsForLine" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "sending_lines" (
    "creditorId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "kind" TEXT,
    "code" TEXT,
    "detail" TEXT,
    "nextProbeAt" TIMESTAMPTZ(3),
    "probes" INTEGER NOT NULL DEFAULT 0,
    "probeMessageId" UUID,

    CONSTRAINT "sending_lines_pkey" PRIMARY KEY ("creditorId","provider")
);

-- AddForeignKey
ALTER TABLE "sending_lines" ADD CONSTRAINT "sending_lines_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say: the reconciliation looks, every minute, for messages whose outcome is open.
CREATE INDEX "messages_open_idx" ON "messages"("creditorId", "id") WHERE "status" IN ('reserved', 'rendered', 'sending', 'ambiguous');
