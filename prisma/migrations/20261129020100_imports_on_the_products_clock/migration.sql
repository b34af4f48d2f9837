-- AlterTable
ALTER TABLE "imports" ALTER COLUMN "createdAt" DROP DEFAULT;
