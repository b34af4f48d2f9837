-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "interestRates" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "latePenaltyBasisPoints" INTEGER;
