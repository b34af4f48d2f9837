-- Customers whose personal data was erased (GDPR art. 17): who did it, when and why. Of what was sent the bytes go and the SHA-256 stays.
-- No row is rewritten: the new columns are empty, or the same for all.
ALTER TABLE "settings" ADD COLUMN "retentionYears" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "customers" ADD COLUMN "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN "erasedBy" TEXT,
ADD COLUMN "erasureReason" TEXT;
ALTER TABLE "message_contents" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "message_proofs" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "attachments" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
