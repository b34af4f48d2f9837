-- CreateEnum
CREATE TYPE "ThirdPartyRole" AS ENUM ('referrer', 'notary');

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "statementColumns" TEXT[] DEFAULT ARRAY['case_reference', 'customer_name', 'invoice_number', 'issued_on', 'balance']::TEXT[];

-- AlterTable
ALTER TABLE "third_parties" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'fr';

-- AlterTable
ALTER TABLE "templates" ADD COLUMN     "thirdParty" "ThirdPartyRole";

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "thirdPartyId" UUID,
ADD COLUMN     "thirdPartyRole" "ThirdPartyRole";

-- CreateIndex
CREATE INDEX "messages_thirdPartyId_reservedAt_idx" ON "messages"("thirdPartyId", "reservedAt");

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_thirdPartyId_fkey" FOREIGN KEY ("thirdPartyId") REFERENCES "third_parties"("id") ON DELETE SET NULL ON UPDATE CASCADE;
