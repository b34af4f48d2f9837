-- Referrers and notaries have a reference of the creditor's own, so that imported case files can name them.
ALTER TABLE "third_parties" ADD COLUMN "reference" TEXT;
CREATE UNIQUE INDEX "third_parties_creditorId_reference_key" ON "third_parties"("creditorId", "reference");
-- They are found by it too.
ALTER TABLE "third_parties" DROP COLUMN "searchText";
ALTER TABLE "third_parties"
  ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (folded("name" || E'\x1f' || COALESCE("reference", ''))) STORED;

ALTER TYPE "ImportKind" ADD VALUE 'third_parties';
