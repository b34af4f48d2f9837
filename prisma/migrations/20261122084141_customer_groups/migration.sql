-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "collectorOfGroup" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "groupScenarioId" UUID;

-- CreateIndex
CREATE INDEX "customers_groupId_name_id_idx" ON "customers"("groupId", "name", "id");
