-- The request that an import was made by: its repeat after a lost answer finds it.
ALTER TABLE "imports" ADD COLUMN "requestKey" TEXT;
CREATE UNIQUE INDEX "imports_requestKey_key" ON "imports"("requestKey");
