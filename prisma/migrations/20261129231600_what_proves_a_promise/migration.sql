-- Whether a promise was made in writing, and when that came; null: nobody said.
ALTER TABLE "holds" ADD COLUMN "evidenceKind" TEXT, ADD COLUMN "evidenceOn" DATE;
